internal import Diagnostics
internal import Incidents
internal import Learning
internal import Vocabulary

extension Rule {
  package static let equalSlugs = Rule(
    code: "BS035", name: "equal slugs", level: .error,
    rationale: """
      A 'slug:' is the address that an author chose. Two incidents of one day cannot have the same, and one of \
      them would get an address that nobody chose.
      """,
    bad: "", good: "---\nslug: pool-full\n---\n# Checkout down\n",
    remedies: ["give one of the two incidents another 'slug:'"],
    check: .library { library in
      library.nameClashes.filter(\.isStated).map { clash in
        let incident = library.incidents[clash.incident]
        return Diagnostic(
          code: "BS035", level: .error, path: incident.path,
          range: incident.frontMatter.slug?.range,
          message:
            "slug '\(incident.frontMatter.slug?.written ?? "")' is that of \(library.incidents[clash.older].document.name) too",
          help: "give one of the two incidents another 'slug:'")
      }
    })
}
