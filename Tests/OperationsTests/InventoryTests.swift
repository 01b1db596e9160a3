import Diagnostics
import Operations
import Testing

struct InventoryTests {
  private func inventory(_ text: String, path: String = "inventory/production") -> Inventory {
    Inventory(reading: SourceFile(path: path, text: text))
  }

  @Test(arguments: [
    ("[web]\na\nb\n", "a b", "web"),
    ("a\n[web]\nb ansible_host=10.0.0.1 port=1\n", "a b", "ungrouped web"),
    (
      "[web]\nweb[01:03].example.com\n", "web01.example.com web02.example.com web03.example.com",
      "web"
    ),
    ("[web]\nweb[1:5:2]\n", "web1 web3 web5", "web"),
    ("[web]\nweb-[a:c]\n", "web-a web-b web-c", "web"),
    ("[web]\na:2222\n", "a", "web"),
    ("# a\n; b\n[web] \na # c\n", "a", "web"),
    ("[all:children]\nweb\ndb\n[web]\na\n[db]\nb\n", "a b", "all db web"),
    ("[web:vars]\nx = 1\n", "", "web"),
    (
      "---\nall:\n  hosts:\n    a:\n  children:\n    web:\n      hosts:\n        b: {port: 1}\n",
      "a b", "all web"
    ),
    ("{\"web\": {\"hosts\": {\"a\": {}}}}", "a", "web"),
    ("", "", ""),
  ])
  func hostsAndGroups(text: String, hosts: String, groups: String) {
    let inventory = inventory(text)
    #expect(inventory.hosts.sorted().joined(separator: " ") == hosts)
    #expect(inventory.groups.keys.sorted().joined(separator: " ") == groups)
    #expect(inventory.isWhole)
  }

  @Test(arguments: [
    "#!/usr/bin/env python3\nprint('{}')\n", "---\nplugin: aws_ec2\n", "---\n- [\n",
  ])
  func whatAProgramMakesIsNotJudged(text: String) {
    let inventory = inventory(text)
    #expect(!inventory.isWhole)
    #expect(HostPattern("nobody").unknown(in: inventory).isEmpty)
  }

  @Test func longRangesAreBounded() {
    let names = (0..<9).map { "x\($0)[1:20000]" }.joined(separator: "\n")
    #expect(!inventory("[web]\n" + names).isWhole)
    #expect(
      inventory("[web]\nx[1:99999999999999999999]\ny[-9223372036854775808:9223372036854775807]")
        .hosts.count == 2)
    #expect(inventory("[web]\n" + String(repeating: "[1:9]", count: 12)).hosts.count < 50_000)
  }

  @Test(arguments: [
    ("web", ""), ("a", ""), ("all", ""), ("*", ""), ("localhost", ""), ("web:db", "db"),
    ("web,!a", ""), ("web:&nobody", "nobody"), ("web[0]", ""), ("web[1:2]", ""), ("w*", ""),
    ("z*", "z*"), ("~web.*", ""), ("@retry", ""), ("$HOSTS", ""), ("<host>", ""), ("a?", "a?"),
    ("{{ x }}", ""), ("nobody", "nobody"),
  ])
  func patterns(text: String, unknown: String) {
    let inventory = inventory("[web]\na\nb\n")
    #expect(HostPattern(text).unknown(in: inventory).joined(separator: " ") == unknown)
  }

  @Test func groupsInACircleEnd() {
    let inventory = inventory("[x:children]\ny\n[y:children]\nx\n[y]\na\n")
    #expect(inventory.members(of: "x") == ["a"])
    #expect(inventory.members(of: "z") == nil)
  }
}
