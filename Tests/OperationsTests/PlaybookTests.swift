import Diagnostics
import Operations
import Testing

struct PlaybookTests {
  private func playbook(_ text: String, _ files: [String: String] = [:]) -> Playbook {
    let all = files.merging(["p.yml": text]) { $1 }
    return Playbook(at: "p.yml") { path in all[path].map { SourceFile(path: path, text: $0) } }
  }

  /// A task with one value.
  private func required(_ value: String) -> String {
    playbook("- hosts: web\n  tasks:\n    - ansible.builtin.command: \(value)\n")
      .required.joined(separator: " ")
  }

  @Test(arguments: [
    ("echo {{ app }}", "app"),
    ("echo {{ app }} {{ version }}", "app version"),
    ("echo {{ app | default('api') }}", ""),
    ("echo {{ app | d('api') }}", ""),
    ("echo {{ app if app is defined else 'api' }}", ""),
    ("echo {{ inventory_hostname }} {{ ansible_user }} {{ item }}", ""),
    ("echo {{ groups['web'] | length }}", ""),
    ("echo {{ result.stdout | trim }}", "result"),
    ("echo {{ name | regex_replace('app', 'x') }}", "name"),
    ("echo {{ range(1, count + 1) | list }}", "count"),
    ("echo {{ 'app' }} {{ \\\"version\\\" }} {{ 3 }} {{ true }}", ""),
    ("echo {{ x is match('v1') and not y }}", "x y"),
    ("echo {% for h in hosts_list %}{{ h }}{% endfor %}", "hosts_list"),
    ("echo {% set z = app %}{{ z }}", "app"),
    ("echo {{ lookup('env', 'HOME') }} {{ app }}", ""),
    ("echo {{ vars['app_' + kind] }}", ""),
    ("echo app", ""),
    ("echo {{", ""), ("echo {{ 'open", ""), ("echo }} {{ }} {%", ""),
  ])
  func expressions(value: String, names: String) {
    #expect(required("\"\(value)\"") == names)
  }

  @Test(arguments: [
    ("- hosts: web\n  vars: {app: api}\n  tasks:\n    - debug: msg={{ app }}\n", ""),
    ("- hosts: web\n  tasks:\n    - set_fact: {app: api}\n    - debug: {var: app}\n", ""),
    (
      "- hosts: web\n  tasks:\n    - command: ls\n      register: out\n    - debug: {var: out.stdout}\n",
      ""
    ),
    ("- hosts: web\n  vars_prompt:\n    - name: app\n  tasks:\n    - debug: msg={{ app }}\n", ""),
    ("- hosts: web\n  tasks:\n    - debug: msg=x\n      when: app == 'api'\n", "app"),
    ("- hosts: web\n  tasks:\n    - debug: msg=x\n      when: app is defined\n", ""),
    ("- hosts: web\n  tasks:\n    - assert: {that: [app is defined]}\n", "app"),
    (
      "- hosts: \"{{ app | default('x') }}\"\n  tasks:\n    - assert: {that: app is defined}\n",
      "app"
    ),
    ("- hosts: web\n  tasks:\n    - block:\n        - debug: msg={{ app }}\n", "app"),
    (
      "- hosts: web\n  tasks:\n    - debug: msg={{ x }}\n      loop: [1]\n      loop_control: {loop_var: x}\n",
      ""
    ),
    ("- hosts: web\n  vars_files: [v.yml]\n  tasks:\n    - debug: msg={{ app }}\n", ""),
    ("- hosts: web\n  roles: [r]\n", "needed"),
    ("- hosts: web\n  tasks:\n    - import_tasks: t.yml\n", "task_needs"),
    ("- import_playbook: q.yml\n", "other"),
    // What is not there, or has a name that only a run knows, may set anything.
    ("- hosts: web\n  roles: [gone]\n  tasks:\n    - debug: msg={{ app }}\n", ""),
    (
      "- hosts: web\n  tasks:\n    - include_tasks: \"{{ x }}.yml\"\n    - debug: msg={{ app }}\n",
      ""
    ),
    ("- hosts: web\n  vars_files: [secret.yml]\n  tasks:\n    - debug: msg={{ app }}\n", ""),
  ])
  func whatACommandHasToGive(text: String, names: String) {
    let files = [
      "v.yml": "app: api\n", "secret.yml": "$ANSIBLE_VAULT;1.1;AES256\n3132\n",
      "t.yml": "- debug: msg={{ task_needs }}\n",
      "q.yml": "- hosts: web\n  tasks:\n    - debug: msg={{ other }}\n",
      "roles/r/tasks/main.yml": "- debug: msg={{ needed }} {{ usual }}\n",
      "roles/r/defaults/main.yml": "usual: 1\n",
    ]
    #expect(playbook(text, files).required.joined(separator: " ") == names)
  }

  @Test func playbooksThatIncludeThemselvesEnd() {
    #expect(
      playbook("- import_playbook: p.yml\n- hosts: web\n  tasks:\n    - import_tasks: p.yml\n")
        .required == [])
  }

  @Test(arguments: ["- hosts: [\n", "a: b: c\n", "- &a [*a]\n"])
  func brokenYAMLIsSaid(text: String) { #expect(playbook(text).fault != nil) }
}
