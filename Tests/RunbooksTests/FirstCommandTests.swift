import Runbooks
import Testing

struct FirstCommandTests {
  @Test(arguments: [
    ("```bash\n# look first\n\nkubectl get pods\n```", "kubectl get pods"),
    ("```console\n$ uptime\n 10:02 up 3 days\n```", "uptime"),
    ("```console\nsh-5.1$ rados df\nNAME\n```", "rados df"),
    ("```console\nops@prod-01:~$ df -h /\n```", "df -h /"),
    ("```zsh\n% sw_vers\n```", "sw_vers"),
    ("```sh\none \\\n  --two \\\n  three\n```", "one --two three"),
    ("```console\n$ one \\\n> --two\n```", "one --two"),
    ("```shell\npsql -c 'select 1,\n  2'\n```", "psql -c 'select 1, 2'"),
    ("```yaml\na: b\n```\n\n```bash\nls\n```", "ls"),
    ("```bash\n# nothing but words\n```\n\n```bash\nls\n```", "ls"),
    ("```\nkubectl get nodes\n```", "kubectl get nodes"),
    ("- step\n\n      systemctl restart api\n", "systemctl restart api"),
    ("> ```bash\n> echo quoted\n> ```", "echo quoted"),
    ("```bash\necho it's fine\ndate\n```", "echo it's fine"),
    ("```bash\r\nls -l\r\n```\r\n", "ls -l"),
  ])
  func firstCommand(text: String, command: String) {
    #expect(runbook(text).firstCommand == command)
  }

  @Test(arguments: [
    "```\nPLAY RECAP\n```", "```promql\nup == 0\n```", "```text\nls\n```", "`ls`", "```bash\n```",
    "```console\nok: [web-01]\n```",
  ])
  func noCommand(text: String) {
    #expect(runbook(text).firstCommand == nil)
  }

  @Test(arguments: [
    ("From the folder `infrastructure/`:", "ls", "infrastructure/"),
    ("They run from the directory infra/ansible.", "ls", "infra/ansible"),
    ("In the `~/ops/` folder, run:", "ls", "~/ops/"),
    ("First cd ./infra/ on the bastion.", "ls", "./infra/"),
    ("From the folder above:", "ls", nil),
    ("See the folder https://example.com/a/.", "ls", nil),
    ("The path /var/log is full.", "ls", nil),
    ("From the folder `infra/`:\n\nThen wait.", "ls", "infra/"),
    ("From the folder `infra/`:\n\n## Next", "ls", nil),
    ("", "cd infra\nls", "infra"),
    ("From the folder `a/`:", "cd b/c\nls", "b/c"),
    ("From the folder `a/`:", "cd", "a/"),
  ])
  func folder(text: String, commands: String, folder: String?) {
    let runbook = runbook("\(text)\n\n```bash\n\(commands)\n```\n")
    #expect(runbook.firstCommandFolder == folder)
    #expect(runbook.firstCommand == (commands == "cd" ? "cd" : "ls"))
  }
}
