internal import Diagnostics
internal import Vocabulary

/// The options of some programs that runbooks call.
struct ProgramOptions: Sendable {
  /// How options are written.
  enum Form {
    /// `-v` and `--verbose`, which may be shortened.
    case gnu
    /// `--verbose`; letters are not looked at.
    case long
    /// `-verbose`
    case single
  }

  let form: Form
  let names: Set<String>
  /// Whether the table has every option, so that one that is not in it is wrong even when it is like none.
  let isWhole: Bool

  static func of(_ program: String) -> ProgramOptions? { all[program] }

  static let playbook = ProgramOptions(
    form: .gnu, names: PlaybookOption.takesValue.union(PlaybookOption.switches), isWhole: true)

  private static let all: [String: ProgramOptions] = [
    "ansible-playbook": playbook,
    "kubectl": ProgramOptions(form: .long, names: names(kubectl), isWhole: false),
    "psql": ProgramOptions(form: .long, names: names(psql), isWhole: true),
    "terraform": ProgramOptions(form: .single, names: names(terraform), isWhole: false),
  ]

  private static func names(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  /// What is wrong with an option; `nil` when nothing is, or when it is not looked at.
  func fault(of word: String, of program: String) -> (message: String, help: String)? {
    let name = String(word.prefix { $0 != "=" })
    switch form {
    case .gnu where !name.hasPrefix("--"): return letterFault(of: name, of: program)
    case .gnu, .long:
      guard name.hasPrefix("--"), name != "--" else { return nil }
    case .single:
      guard name.hasPrefix("-"), !name.hasPrefix("--"), name.utf8.count > 2 else { return nil }
    }
    if names.contains(name) { return nil }
    if form == .gnu, names.contains(where: { $0.hasPrefix(name) }) { return nil }
    let near = nearestOption(to: name)
    guard isWhole || near != nil else { return nil }
    return (
      "'\(program)' has no option '\(name)'",
      near.map(didYouMean) ?? "remove it, or correct it by '\(program) --help'"
    )
  }

  private func letterFault(of name: String, of program: String) -> (message: String, help: String)?
  {
    // "-vvv" and "-bK" are several switches.
    let wrong = name.dropFirst().first { !names.contains("-\($0)") }
    guard let wrong else { return nil }
    let near = nearestOption(to: "-" + name)
    return (
      "'\(program)' has no option '-\(wrong)'",
      near.map(didYouMean) ?? "remove it, or correct it by '\(program) --help'"
    )
  }

  /// The long option that may be meant; `nil` when none is near, or when it is one.
  func nearestOption(to name: String) -> String? {
    // Without the hyphens, which would make short names alike.
    let bare = String(name.drop { $0 == "-" })
    let dashes = String(name.prefix { $0 == "-" })
    guard bare.utf8.count > 2 else { return nil }
    let others = names.filter { $0.hasPrefix(dashes) && $0.utf8.count > dashes.utf8.count + 1 }
    let bareOthers = others.map { String($0.drop { $0 == "-" }) }.sorted()
    return nearestName(to: bare, among: bareOthers).map { dashes + $0 }
  }

  /// All options of kubectl 1.20 to 1.34, over all its commands.
  private static let kubectl = """
    --add-dir-header --aggregation-rule --all --all-containers --all-namespaces --allow-missing-template-keys
    --alsologtostderr --annotation --annotations --api-group --api-version --append-hash --append-server-path
    --arguments-only --as --as-group --as-uid --as-user-extra --attach --audience --auth-provider
    --auth-provider-arg --bound-object-kind --bound-object-name --bound-object-uid --cache-dir --cascade
    --categories --certificate-authority --chunk-size --class --client --client-certificate --client-key
    --cluster --cluster-ip --clusterrole --command --condition --concurrency --container --containers --context
    --copy-to --cpu-percent --cached --custom --cert --key --current --current-replicas --current-context
    --custom-columns --default-backend --delete-emptydir-data --delete-local-data --description
    --detach-keys --disable-compression --disable-eviction --docker-email --docker-password --docker-server
    --docker-username --dry-run --duration --embed-certs --enable-helm --enable-alpha-plugins --env --event-types
    --events --exec-api-version --exec-arg --exec-command --exec-env --exit-code --expect --expires
    --export --external-name --external-ip --field-manager --field-selector --filename --filter --flatten
    --follow --for --force --force-conflicts --from --from-env-file --from-file --from-literal --generator
    --global-default --grace-period --hard --help --helm-command --help-flags --hostport --ignore-daemonsets
    --ignore-errors --ignore-not-found --image --image-pull-policy --image-pull-secret --include-extended-apis
    --include-uninitialized --insecure-skip-tls-verify --insecure-skip-tls-verify-backend --interactive --keep-annotations
    --keep-env --keep-init-containers --keep-labels --keep-liveness --keep-readiness --keep-startup --keys
    --kubeconfig --kustomize --label-columns --labels --leave-stdin-open --limit-bytes --limits --list
    --load-balancer-ip --load-restrictor --local --log-backtrace-at --log-dir --log-file --log-file-max-size
    --log-flush-frequency --logtostderr --match-server-version --max --max-log-requests --max-unavailable
    --memory --merge --merge-type --min --min-available --minify --mount --name --names --namespace
    --namespaces --network --no-headers --no-preserve --node-port --non-resource-url --one-output --openapi-patch
    --output --output-directory --output-version --output-watch-events --override-type --overrides --overwrite
    --pod-label --pod-running-timeout --pod-selector --pod-value --patch --patch-file --password --patch-type
    --port --preemption-policy --prefix --preserve-config --previous --profile --profile-output --protocol
    --prune --prune-allowlist --prune-whitelist --privileged --proxy-url --quiet --raw --record --recursive
    --remove --reorder --replace --replicas --request-timeout --requests --resource --resource-name
    --resource-version --resolve --restart --retries --revision --role --rollback --rules --rule --save-config
    --scale-down --schedule --scopes --selector --server --server-print --server-side --serviceaccount
    --service --session-affinity --set-as-default --set-image --set-raw-bytes --share-processes --short
    --show-capacity --show-events --show-kind --show-labels --show-managed-fields --show-only --show-swap
    --since --since-time --skip-headers --skip-log-headers --skip-wait-for-delete-timeout --sort-by
    --stderrthreshold --stdin --strip-components --subject --subresource --sum --tail --target --target-port
    --tcp --template --test --timeout --timestamps --tls-server-name --to-revision --token --tty --type
    --update-annotations --use-openapi-print-columns --use-protocol-buffers --user --username --v --validate
    --value --verb --verbs --verbose --version --view-last-applied --vmodule --wait --wait-for-condition
    --warnings-as-errors --warn-changed-managed-fields --watch --watch-only --windows-line-endings --with-token
    --zone --address --accept-hosts --accept-paths --api-prefix --disable-filter --reject-methods
    --reject-paths --unix-socket --www --www-prefix --allow-privileged --as-current-user --attach-detach
    --feature-gates --ingress-class --kuberc --no-kubeconfig --show-data --show-secret
    """

  /// All options of psql 9.6 to 18.
  private static let psql = """
    --command --dbname --file --list --set --variable --version --no-psqlrc --single-transaction --help
    --echo-all --echo-errors --echo-queries --echo-hidden --log-file --no-readline --output --quiet --single-step
    --single-line --no-align --csv --field-separator --html --pset --record-separator --tuples-only --table-attr
    --expanded --field-separator-zero --record-separator-zero --host --port --username --no-password --password
    """

  /// The options of terraform 0.12 to 1.13, over all its commands, and of OpenTofu.
  private static let terraform = """
    -allow-deferral -allow-missing -allow-missing-config -auto-approve -backend -backend-config -backup
    -backup-out -chdir -check -cloud -compact-warnings -config -consolidate-warnings -consolidate-errors
    -destroy -detailed-exitcode -diff -draw-cycles -enable-plugin-cache -exclude -exclude-file -filter -force
    -force-copy -from-module -from -fs-mirror -generate-config-out -get -get-plugins -help -id -ignore-remote-version
    -in-automation -input -json -junit-xml -json-into -list -lock -lock-timeout -lockfile -migrate-state -module-depth
    -net-mirror -no-color -no-tests -or-create -out -parallelism -platform -plan -plugin-dir -provider -raw
    -reconfigure -recursive -refresh -refresh-only -replace -show-sensitive -state -state-out -target
    -target-file -test-directory -type -update -upgrade -var -var-file -verbose -verify-plugins -version -write
    -cloud-run -deprecation -concise -suppress-forget-errors -invoke -query
    """
}
