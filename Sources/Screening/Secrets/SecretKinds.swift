extension SecretKind {
  /// The kinds that are known by their first bytes, one entry per issuer.
  ///
  /// Forms are those of the issuers' documentation; lengths that it does not state are those of the public
  /// rule set of gitleaks (<https://github.com/gitleaks/gitleaks>, `config/gitleaks.toml`).
  static let all: [SecretKind] = [
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    SecretKind(
      "AWS access key", ["AKIA", "ASIA", "ABIA", "ACCA"], capitals, atLeast: 16, isMixed: false),
    // https://cloud.google.com/docs/authentication/api-keys
    SecretKind("Google API key", ["AIza"], base64URL, atLeast: 35),
    // https://developers.google.com/identity/protocols/oauth2
    SecretKind("Google OAuth client secret", ["GOCSPX-"], base64URL, atLeast: 28),
    // https://docs.digitalocean.com/reference/api/create-personal-access-token/
    SecretKind(
      "DigitalOcean token", ["dop_v1_", "doo_v1_", "dor_v1_"], hexadecimal, atLeast: 64),
    // https://github.blog/changelog/2021-03-31-authentication-token-format-updates-are-generally-available/
    SecretKind("GitHub token", ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"], word, atLeast: 36),
    // https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
    SecretKind("GitHub fine-grained token", ["github_pat_"], word, atLeast: 60),
    // https://docs.gitlab.com/security/tokens/#token-prefixes
    SecretKind(
      "GitLab token",
      [
        "glpat-", "gldt-", "glrt-", "glrtr-", "glptt-", "glcbt-", "glft-", "glimt-", "glagent-",
        "gloas-", "glsoat-", "glffct-",
      ], dotted, atLeast: 20),
    // https://docs.slack.dev/authentication/tokens
    SecretKind(
      "Slack token",
      ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xoxe.", "xoxo-", "xapp-"],
      dotted, atLeast: 20),
    // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/
    SecretKind(
      "Slack webhook",
      [
        "hooks.slack.com/services/", "hooks.slack.com/workflows/", "hooks.slack.com/triggers/",
      ], path, atLeast: 30, code: SecretCode.address),
    // https://discord.com/developers/docs/resources/webhook
    SecretKind(
      "Discord webhook", ["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"], path,
      atLeast: 50, code: SecretCode.address),
    // https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook
    SecretKind(
      "Teams webhook", ["webhook.office.com/webhookb2/", "outlook.office.com/webhook/"], path,
      atLeast: 60, code: SecretCode.address),
    // https://docs.stripe.com/keys and https://docs.stripe.com/webhooks#verify-events
    SecretKind(
      "Stripe key",
      ["sk_live_", "sk_test_", "rk_live_", "rk_test_", "sk_prod_", "rk_prod_", "whsec_"],
      alphanumeric, atLeast: 16),
    // https://www.twilio.com/docs/glossary/what-is-a-sid
    SecretKind(
      "Twilio API key",
      [
        "SK0", "SK1", "SK2", "SK3", "SK4", "SK5", "SK6", "SK7", "SK8", "SK9", "SKa", "SKb", "SKc",
        "SKd", "SKe", "SKf",
      ],
      hexadecimal, atLeast: 31),
    // https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys
    SecretKind("SendGrid API key", ["SG."], dotted, atLeast: 60),
    // https://docs.npmjs.com/about-access-tokens
    SecretKind("npm token", ["npm_"], alphanumeric, atLeast: 36),
    // https://pypi.org/help/#apitoken
    SecretKind("PyPI token", ["pypi-AgE"], base64URL, atLeast: 50),
    // https://docs.docker.com/security/access-tokens/
    SecretKind("Docker Hub token", ["dckr_pat_", "dckr_oat_"], base64URL, atLeast: 20),
    // https://platform.claude.com/docs/en/api/overview
    SecretKind("Anthropic API key", ["sk-ant-"], base64URL, atLeast: 24),
    // https://platform.openai.com/docs/api-reference/authentication
    SecretKind(
      "OpenAI API key", ["sk-proj-", "sk-svcacct-", "sk-admin-"], base64URL, atLeast: 32),
    // The older form of the same key, which other providers have copied.
    SecretKind("API key", ["sk-"], alphanumeric, atLeast: 32),
    // https://huggingface.co/docs/hub/security-tokens
    SecretKind("Hugging Face token", ["hf_"], alphanumeric, atLeast: 34, isMixed: false),
    // https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes
    SecretKind("Vault token", ["hvs.", "hvb.", "hvr."], base64URL, atLeast: 24),
    // https://grafana.com/docs/grafana/latest/administration/service-accounts/
    SecretKind("Grafana token", ["glsa_", "glc_"], word, atLeast: 32),
    // https://docs.sentry.io/account/auth-tokens/
    SecretKind("Sentry token", ["sntrys_", "sntryu_"], token68Word, atLeast: 40),
    // https://docs.databricks.com/aws/en/dev-tools/auth/pat
    SecretKind("Databricks token", ["dapi"], hexadecimal, atLeast: 32),
    // https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/
    SecretKind("Atlassian token", ["ATATT3", "ATCTT3"], token68Word, atLeast: 60),
    // https://shopify.dev/docs/apps/build/authentication-authorization
    SecretKind(
      "Shopify token", ["shpat_", "shpss_", "shppa_", "shpca_"], hexadecimal, atLeast: 32),
    // https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/
    SecretKind("New Relic key", ["NRAK-"], capitals, atLeast: 27),
    // https://age-encryption.org/v1
    SecretKind(
      "age secret key", ["AGE-SECRET-KEY-1"], capitals, atLeast: 50, code: SecretCode.privateKey),
    // RFC 7519; both parts are JSON objects, which begin with `{"` and so with `eyJ`.
    SecretKind("JSON Web Token", ["eyJ"], dotted, atLeast: 30) { token in
      let dot = UInt8(ascii: ".")
      guard let end = token.prefix(300).firstIndex(of: dot) else { return false }
      let payload = token[(end + 1)...]
      return payload.starts(with: "eyJ".utf8) && payload.prefix(8192).contains(dot)
    },
    // RFC 6750, section 2.1.
    SecretKind(
      "bearer token", ["Bearer ", "bearer "], token68, atLeast: 20, code: SecretCode.named,
      where: LooksRandom.isKey),
  ]

  private static let token68Word = ByteSet { word.contains($0) || token68.contains($0) }
}
