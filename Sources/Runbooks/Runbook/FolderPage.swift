internal import Bytes

extension Runbook {
  /// Whether the page is that of its folder: `README.md`, `index.md`, or Hugo's `_index.md`, in any case.
  package var isFolderPage: Bool {
    ["index", "readme"].contains(slugPath.split(separator: "/").last?.lowercased())
  }

  /// Where its page is below those of the runbooks: ``slugPath``, or its folder for the page of a folder; empty
  /// for the page of the runbooks themselves.
  package var place: String {
    guard isFolderPage else { return slugPath }
    return slugPath.split(separator: "/").dropLast().joined(separator: "/")
  }

  /// What people call a folder: "ci-runners" is "CI runners", and a word that has a capital stays as it is.
  package static func title(ofFolder name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }.map { word in
      acronyms.contains(String(word)) ? word.uppercased() : String(word)
    }
    let title = words.joined(separator: " ")
    return title.isEmpty ? name : title.prefix(1).uppercased() + title.dropFirst()
  }

  private static let acronyms: Set<String> = [
    "acl", "ai", "api", "apis", "aws", "bgp", "cd", "cdn", "ci", "cli", "cpu", "crd", "csi", "db",
    "ddos", "dhcp",
    "dns", "ebs", "ec2", "ecr", "ecs", "efs", "eks", "elb", "etl", "fqdn", "gcp", "gcs", "gke",
    "gpu", "ha", "hpa",
    "http", "https", "iam", "id", "ip", "jvm", "kms", "kv", "lb", "ldap", "ml", "mq", "mtls", "nat",
    "nfs", "nlb",
    "ntp", "oom", "os", "pdb", "php", "pki", "pvc", "qa", "rbac", "rds", "rpc", "s3", "sdk", "sla",
    "sli", "slo",
    "smtp", "sns", "sql", "sqs", "sre", "ssd", "ssh", "ssl", "sso", "tcp", "tls", "tsdb", "ttl",
    "udp", "ui", "url",
    "vip", "vm", "vpc", "vpn", "waf", "wal", "xml",
  ]
}
