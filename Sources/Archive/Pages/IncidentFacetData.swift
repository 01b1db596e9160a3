internal import Files
internal import Incidents
internal import Learning
internal import Publishing
internal import Templates

/// What the list of incidents needs to be narrowed in place beyond the page that is shown, as classic scripts: they work
/// from a disk and under a strict Content-Security-Policy.
///
/// `facets.js` has the values of every incident, `rows-N.js` the rows of the full page of that number.
extension ArchiveSite {
  var facetData: [OutputFile] {
    let pages = Pagination(count: library.listed.count).pages
    guard !library.listed.isEmpty else { return [] }
    let values = OutputFile(
      path: "\(Self.folder)incidents/facets.js", origin: library.folder,
      prepare: { facetValues(of: pages, &$0) })
    return [values]
      + pages.numbers.filter { !pages.isOpen($0) }.map { number in
        OutputFile(
          path: "\(Self.folder)incidents/rows-\(number).js",
          origin: templates.path(of: .incidentRow),
          prepare: { rowScript(number, pages, &$0) })
      }
  }

  /// A call of `archiveFacets(length, facets, rows)`: the rows of a full page; each facet as `[name, title, values]` with
  /// values as `[key, name]`; each incident, newest first, as its title and the numbers of its values in each facet.
  private func facetValues(
    of pages: ListPages, _ inputs: inout PageInputs
  ) -> OutputFile.Rendering {
    var writer = JSONWriter()
    let facets = incidentFacets
    writer.array { list in
      for facet in facets {
        list.newline()
        list.array { one in
          one.value(facet.name)
          one.value(facet.title)
          one.array { values in
            for value in facet.values { values.values([value.key, value.name]) }
          }
        }
      }
    }
    let table = Self.table(of: facets, count: library.listed.count)
    var rows = JSONWriter()
    rows.array { list in
      for (index, incident) in library.listed.enumerated() {
        list.newline()
        list.array { row in
          row.value(incident.title)
          for numbers in table {
            row.array { set in for number in numbers[index] { set.value(number) } }
          }
        }
      }
    }
    let call = "archiveFacets(\(pages.length),"
    let bytes =
      Array(call.utf8) + writer.bytes + [UInt8(ascii: ",")] + rows.bytes + Array(");\n".utf8)
    inputs.add(ContentHash(of: bytes))
    return { _ in bytes }
  }

  /// For each facet, the numbers of the values of each incident.
  private static func table(of facets: [IncidentFacet], count: Int) -> [[[Int]]] {
    facets.map { facet in
      var numbers = [[Int]](repeating: [], count: count)
      for (number, value) in facet.values.enumerated() {
        for incident in value.incidents { numbers[incident].append(number) }
      }
      return numbers
    }
  }

  /// A call of `archiveRows(number, rows)`, with each row as HTML for a page in the folder of the list.
  private func rowScript(
    _ number: Int, _ pages: ListPages, _ inputs: inout PageInputs
  ) -> OutputFile.Rendering {
    let items = pages.items(ofPage: number)
    rows.add(items, to: &inputs)
    return { _ in
      let place = Place("incidents/index.html")
      var writer = JSONWriter()
      try writer.array { list in
        for item in items {
          list.newline()
          list.value(String(decoding: try rows.html(of: [item], on: place).bytes, as: UTF8.self))
        }
      }
      return Array("archiveRows(\(number),".utf8) + writer.bytes + Array(");\n".utf8)
    }
  }
}
