import Diagnostics
import Testing

@testable import Runbooks

/// The form of addresses in commands.
struct CommandAddressTests {
  private func findings(_ command: String) -> [String] {
    let page = runbook("# Check\n\n```bash\n\(command)\n```\n")
    return page.diagnostics.filter { $0.code == "PM109" }.map { finding in
      let start = finding.range?.lowerBound
      return "\(start?.line ?? 0):\(start?.column ?? 0) \(finding.message)"
    }
  }

  @Test(arguments: [
    ("curl https//gateway.example/health", "4:6 'https//' does not begin an address"),
    ("curl -s HTTP//gateway.example", "4:9 'HTTP//' does not begin an address"),
    ("curl http:/gateway.example/health", "4:6 'http:/' does not begin an address"),
    ("wget https:/$HOST/health", "4:6 'https:/' does not begin an address"),
    ("curl 'https;//gateway.example'", "4:6 'https;//' does not begin an address"),
    ("curl https:///gateway.example", "4:6 'https:///' does not begin an address"),
    ("curl htps://gateway.example", "4:6 'htps://' is no scheme"),
    ("curl hhttps://gateway.example", "4:6 'hhttps://' is no scheme"),
    ("curl \"https://gate way.example/x\"", "4:6 the host 'gate way.example' has a space in it"),
    ("curl http://[::1:9090/metrics", "4:6 the brackets in '[::1:9090' do not match"),
    ("curl http://gateway]/metrics", "4:6 the brackets in 'gateway]' do not match"),
    ("curl 'https://[gateway]/x'", "4:6 '[gateway]' stands for a host that nobody filled in"),
    ("curl http://gateway:99999/x", "4:6 the port '99999' does not exist"),
    ("curl http://gateway:0", "4:6 the port '0' does not exist"),
    ("curl http://gateway:65536/", "4:6 the port '65536' does not exist"),
    ("curl http://[::1]:70000/", "4:6 the port '70000' does not exist"),
    ("curl http://gateway:80a/", "4:6 the port '80a' is not a number"),
    ("curl https://user:pass@/x", "4:6 'https://user:pass@/x' names no host"),
    ("curl https://?a", "4:6 'https://?a' names no host"),
    ("curl --url=http://gateway:99999", "4:6 the port '99999' does not exist"),
    ("./check.sh --target http:/gateway", "4:21 'http:/' does not begin an address"),
    ("curl https://your-domain.example/x", "4:6 'your-domain.example' is left from a template"),
    ("curl https://api.yourcompany.com/x", "4:6 'api.yourcompany.com' is left from a template"),
    ("curl https://grafana.CHANGEME.com", "4:6 'grafana.CHANGEME.com' is left from a template"),
    ("echo a | sudo curl -fsS \\\n  http://gateway:123456", "5:3 the port '123456' does not exist"),
  ])
  func isWrong(command: String, finding: String) {
    let found = findings(command)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix(finding) == true, "\(found)")
  }

  @Test(arguments: [
    "curl https://gateway.example/health", "curl localhost:9200/_cat",
    "curl http://localhost:8123/?a=b",
    "curl http://[::1]:9090/metrics", "curl http://[fe80::1%25eth0]/", "curl https://$HOST:$PORT/x",
    "curl https://${HOST}/x", "curl http://gateway:$PORT", "curl https://<host>:<port>/x",
    "curl 'https://<admin>:<pass>@grafana.example/api'", "curl https://{{ host }}/x",
    "curl 'http://web[1-3].example/x'", "curl 'http://{a,b}.example/x'", "curl http://gateway:/x",
    "curl http://host:[8080-8081]/", "curl http://$(hostname):80/", "curl `cat url`",
    "echo \"https://gateway.example is down\"", "curl -d 'https://a b' https://gateway.example",
    "curl -H 'Referer: https//x' https://gateway.example", "psql postgres://db:5432/x",
    "jdbc --url jdbc:postgresql://db:5432/x", "git clone git+ssh://host/x",
    "redis-cli -u redis://h:6379",
    "ls http/x", "curl https;//gateway.example", "API=http:/gateway ./check.sh",
    "sed 's#http:/#https:/#' a", "grep -r https// .", "kubectl get pods -l app=yours",
    "curl https://yourself.example", "curl http://10.0.0.1:65535/",
    "curl 'http://a/?x=[1]&y=http:/b'",
    "curl https://user@host/x", "grep http:// a", "echo https://", "rg \"http://\" .",
    "curl https://müller.example/x", "curl -o out https://a.example/[x]", "aws s3 cp s3://b/k .",
  ])
  func isFine(command: String) { #expect(findings(command) == []) }
}
