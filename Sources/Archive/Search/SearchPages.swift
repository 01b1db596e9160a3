internal import Learning
internal import Publishing
internal import Templates

extension ArchiveSite {
  /// The page that shows what was found, and the index as scripts of bounded size.
  ///
  /// Each script calls `archiveSearch(name, value)` with its own name: they are classic scripts, which work from a disk and
  /// under a strict Content-Security-Policy. `search.js` loads those that a query needs.
  var searchPages: [OutputFile] {
    let segments = SearchSegment.all(of: self)
    return [searchPage, searchIndex(segments)]
      + segments.flatMap { segment in
        let texts = ShardTexts(of: segment)
        return (0..<segment.shards).map { shard(segment, $0, texts) }
          + (0..<segment.wordLists).map { wordList(segment, $0) }
          + (0..<segment.rowScripts).map { rows(segment, $0) }
      }
  }

  private var searchPage: OutputFile {
    page(
      "search/index.html", .search, title: "Search",
      description: "Search incidents, runbooks and decisions."
    ) { page, _ in
      page["facets"] = facetSummaries
    }
  }

  private func script(
    _ name: String, prepare: @escaping @Sendable (inout PageInputs) -> @Sendable () -> JSONWriter
  ) -> OutputFile {
    OutputFile(path: "\(Self.folder)search/\(name).js", origin: library.folder) { inputs in
      let value = prepare(&inputs)
      return { _ in
        Array("archiveSearch(\"\(name)\",".utf8) + value().bytes + Array(");\n".utf8)
      }
    }
  }

  /// Which scripts there are.
  private func searchIndex(_ segments: [SearchSegment]) -> OutputFile {
    script("index") { inputs in
      for segment in segments {
        inputs.add(segment.name)
        inputs.add(segment.subjects.count)
      }
      let trees = trees.count
      inputs.add(trees)
      return {
        var writer = JSONWriter()
        writer.object { index in
          index.member("cells", WordCells.count)
          index.key("segments")
          index.array { list in
            for segment in segments {
              list.newline()
              list.object { entry in
                entry.member("name", segment.name)
                entry.member("pages", segment.subjects.count)
                entry.member("shards", segment.shards)
                entry.member("lists", segment.wordLists)
                entry.member("rows", SearchSegment.rows)
                entry.member("trees", segment.name == "r" ? trees : 0)
              }
            }
          }
        }
        return writer
      }
    }
  }

  private func shard(
    _ segment: SearchSegment, _ number: Int, _ texts: ShardTexts
  ) -> OutputFile {
    script("\(segment.name)-\(number)") { inputs in
      segment.add(groups: segment.groups(ofShard: number), to: &inputs)
      return {
        var writer = JSONWriter()
        writer.value(String(decoding: texts.text(number), as: UTF8.self))
        return writer
      }
    }
  }

  private func wordList(_ segment: SearchSegment, _ number: Int) -> OutputFile {
    script("\(segment.name)-w\(number)") { inputs in
      let groups = segment.groups(ofList: number)
      segment.add(groups: groups, to: &inputs)
      return {
        var writer = JSONWriter()
        let fewest = min(segment.words.count / 256 + 1, 4)
        let list = ComparedWords(of: segment, groups: groups).text(from: fewest)
        writer.value(String(decoding: list, as: UTF8.self))
        return writer
      }
    }
  }

  private func rows(_ segment: SearchSegment, _ number: Int) -> OutputFile {
    script("\(segment.name)-r\(number)") { inputs in
      let first = number * SearchSegment.rows
      let rows = (first..<min(first + SearchSegment.rows, segment.subjects.count)).map {
        SearchRow(of: segment.subjects[$0], segment.words[$0], in: self).values
      }
      for row in rows { inputs.add(row) }
      return {
        var writer = JSONWriter()
        writer.array { list in
          for row in rows {
            list.newline()
            list.values(row)
          }
        }
        return writer
      }
    }
  }
}

extension SearchSegment {
  fileprivate func add(groups: Range<Int>, to inputs: inout PageInputs) {
    inputs.add(words.count)
    for group in groups { inputs.add(String(groupHashes[group], radix: 16)) }
  }
}
