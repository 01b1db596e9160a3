internal import Bytes

/// Tells a command line by its first word: a known program, a path to one, an assignment or a word of the shell.
enum KnownPrograms {
  /// What a line of a shell block is.
  enum LineKind {
    case command
    /// A word that holds commands together, such as `done`.
    case structure
    /// Begins like a program that is not known here.
    case unknownProgram
    case other
  }

  static func kind(of line: ArraySlice<UInt8>) -> LineKind {
    let text = line.drop(while: \.isSpaceOrTab).withoutEnd(\.isWhitespace)
    let word = text.prefix { !$0.isSpaceOrTab && $0 != UInt8(ascii: ";") }
    guard let first = word.first else { return .other }
    let name = String(decoding: word, as: UTF8.self)
    if structure.contains(name) { return .structure }
    if isAssignment(word) { return .command }
    if names.contains(name) || keywords.contains(name) {
      return isTable(text[word.endIndex...]) ? .other : .command
    }
    if isPath(word) { return .command }
    let isProgramLike =
      first.isLowercase
      && word.allSatisfy { $0.isLowercase || $0.isDigit || "-_.+".utf8.contains($0) }
      && word.last != UInt8(ascii: ".")
    return isProgramLike && !isTable(text[word.endIndex...]) ? .unknownProgram : .other
  }

  /// Whether a line that begins like an unknown program has an option, as only commands do.
  static func hasOption(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split(separator: .space)
    return words.dropFirst().contains { word in
      let letters = word.drop { $0 == .hyphen }
      let count = word.count - letters.count
      return (1...2).contains(count) && (letters.first?.isLetter ?? false)
    }
  }

  /// Whether a line reads like a sentence: words alone, with a full stop or a comma among them.
  static func isProse(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.withoutEnd(\.isWhitespace).split(separator: .space)
    guard words.count > 4, let last = words.last?.last else { return false }
    let isPlain = words.allSatisfy { word in
      word.allSatisfy { $0.isLetter || ".,;:'".utf8.contains($0) }
    }
    return isPlain && (last == UInt8(ascii: ".") || line.contains(UInt8(ascii: ",")))
  }

  /// `NAME=value`
  private static func isAssignment(_ word: ArraySlice<UInt8>) -> Bool {
    guard let sign = word.firstIndex(of: UInt8(ascii: "=")), sign != word.startIndex,
      let first = word.first, first.isLetter || first == .underscore
    else { return false }
    return word[..<sign].allSatisfy { $0.isAlphanumeric || $0 == .underscore }
  }

  /// `./name`, `~/bin/name` or `/usr/bin/name`.
  private static func isPath(_ word: ArraySlice<UInt8>) -> Bool {
    guard ["./", "../", "~/", "/"].contains(where: { word.starts(with: Array($0.utf8)) }),
      let last = word.last, last.isAlphanumeric
    else { return false }
    return word.allSatisfy { $0.isAlphanumeric || "/._-~+".utf8.contains($0) }
  }

  /// Whether columns follow, as in a table that a program printed.
  private static func isTable(_ rest: ArraySlice<UInt8>) -> Bool {
    var blanks = 0
    for byte in rest {
      if byte == .space {
        blanks += 1
      } else {
        if blanks >= 3, byte != .hash, byte != .backslash { return true }
        blanks = 0
      }
    }
    return false
  }

  private static let structure: Set<String> = [
    "do", "done", "then", "else", "fi", "esac", "}", "{", ")", "};", ");", "EOF",
  ]

  /// The shell's own words that begin a command.
  private static let keywords: Set<String> = [
    "[", "[[", "alias", "case", "cd", "command", "echo", "elif", "eval", "exec", "exit", "export",
    "for", "function", "if", "local", "printf", "read", "readonly", "return", "set", "shift",
    "source", "test", "time", "trap", "umask", "unset", "until", "wait", "while",
  ]

  private static let names: Set<String> = [
    "aa-status", "ab", "age", "ansible", "ansible-inventory", "ansible-playbook", "ansible-vault",
    "apk", "apt", "apt-get", "argocd", "awk", "aws", "az", "base64", "basename", "bash", "bosh",
    "bosh-cli", "brew", "buildah", "bundle", "bunzip2", "bzip2", "calicoctl", "cargo", "cat",
    "ceph", "certbot", "cf", "chattr", "chgrp", "chmod", "chown", "chroot", "chrt", "cilium",
    "circleci", "clickhouse-client", "cmctl", "cmp", "comm", "conntrack", "consul", "cp", "crictl",
    "cqlsh", "credhub", "crontab", "ctr", "curl", "cut", "date", "dd", "df", "dig", "diff",
    "dirname",
    "dmesg", "dnf", "docker", "docker-compose", "doctl", "dpkg", "du", "egrep", "eksctl", "env",
    "envsubst", "etcdctl", "etcdutl", "ethtool", "expr", "fdisk", "ffmpeg", "fgrep", "find",
    "findmnt", "firewall-cmd", "fly", "flyctl", "fsck", "fuser", "gcloud", "gh", "git", "git-crypt",
    "glab", "go", "gpg", "gradle", "grep", "gsutil", "gunzip", "gzip", "haproxy", "head", "helm",
    "heroku", "host", "hostname", "hostnamectl", "htop", "http", "httpd", "id", "ifconfig",
    "influx", "install", "ioping", "iostat", "iotop", "ip", "ipmitool", "iptables", "istioctl",
    "java", "jcmd", "jmap", "journalctl", "jps", "jq", "jstack", "k", "k3s", "kafka-topics.sh",
    "kill", "killall", "kops", "kubeadm", "kubectl", "kubens", "kubectx", "kustomize", "less",
    "linkerd", "ln", "logcli", "logger", "ls", "lsblk", "lsof", "lvextend", "lvs", "make", "man",
    "md5sum", "mkdir", "mkfs", "mktemp", "minikube", "mongo", "mongosh", "monit", "mount", "mtr",
    "mv", "mvn", "mysql", "mysqladmin", "mysqldump", "nc", "ncat", "netstat", "nginx", "nice",
    "nmap", "node", "nohup", "nomad", "npm", "npx", "nslookup", "nsenter", "numactl", "oc", "op",
    "opensearch-cli", "openssl", "osqueryi", "packer", "passwd", "patroni", "patronictl", "perf",
    "pg_basebackup", "pg_ctl", "pg_dump", "pg_dumpall", "pg_restore", "pgbackrest", "pgbench",
    "pgrep", "pidof", "ping", "pip", "pip3", "pkill", "podman", "poetry", "promtool", "ps", "psql",
    "pstree", "puppet", "pulumi", "pvs", "python", "python3", "rabbitmqctl", "rados", "rake", "rbd",
    "rclone", "readlink", "reboot", "redis-cli", "resize2fs", "restic", "rg", "rm", "rmdir",
    "rsync", "ruby", "runc", "salt", "sar", "scp", "sed", "seq", "service", "sestatus", "sftp",
    "sh",
    "sha256sum", "shutdown", "skopeo", "sleep", "smartctl", "snap", "sops", "sort", "split",
    "sqlite3", "ss", "ssh", "ssh-add", "ssh-copy-id", "ssh-keygen", "ssh-keyscan", "stat", "stern",
    "strace", "su", "sudo", "swapoff", "swapon", "sysctl", "systemctl", "systemd-analyze", "tail",
    "talosctl", "tar", "tcpdump", "tee", "telnet", "terraform", "terragrunt", "timedatectl",
    "timeout", "tmux", "tofu", "top", "touch", "tr", "traceroute", "truncate", "tsh", "ulimit",
    "umount", "uname", "uniq", "unzip", "uptime", "useradd", "usermod", "uv", "uvx", "vault",
    "velero",
    "vgs", "vi", "vim", "virsh", "virtctl", "vmctl", "vmstat", "watch", "wc", "wget", "which",
    "who",
    "whoami", "wireshark", "xargs", "xfs_growfs", "xfs_repair", "xz", "yarn", "yq", "yum", "zcat",
    "zfs", "zgrep", "zip", "zpool",
  ]
}
