internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let sharedNames = Rule(
    code: "BS034", name: "pages that would have the same address", level: .note,
    rationale: """
      An address is a promise: the older of two incidents with the same day and title keeps it, and the other \
      gets a suffix. A 'slug:' of its own is easier to read, and stays when the file moves.
      """,
    bad: "", good: "---\nslug: pool-full-again\n---\n# Checkout down\n",
    remedies: ["give the newer incident a 'slug:' of its own"],
    check: .library { library in
      library.nameClashes.compactMap { clash in
        let incident = library.incidents[clash.incident]
        let older = library.incidents[clash.older]
        let isSameID = incident.id != nil && incident.id == older.id
        let isInLog = incident.part != nil && incident.path == older.path
        guard !clash.isStated, !isSameID, !isInLog else { return nil }
        let names = Set([incident.pageName, incident.slug]).filter {
          $0.hasPrefix("\(clash.name)-")
        }
        let name = names.min() ?? incident.pageName
        return Diagnostic(
          code: "BS034", level: .note, path: incident.path,
          range: incident.frontMatter.slug?.range,
          message:
            "'\(clash.name)' is the address of \(older.document.name) already, so this page is '\(name)'",
          help: "give it another 'slug:'")
      }
    })
}
