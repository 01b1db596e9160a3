internal import Bytes

/// Where the postings of a word are: one of ``count`` cells, of which a shard of the search holds some that follow one
/// another.
///
/// Words that begin alike share a cell, so that words with a given start, or with a slip behind it, are found in one place.
/// The bounds are fixed, so that a new word moves no other: they cut the words of English reviews and runbooks into parts
/// with about as many postings. Words of other scripts are spread by their first character.
package enum WordCells {
  package static let count = 512
  /// The first cell for other scripts.
  package static let others = 448

  package static func cell(of word: ArraySlice<UInt8>) -> Int {
    guard let first = word.first, first >= 0x80 else { return place(of: key(of: word)) }
    var hash: UInt32 = 0
    for byte in word.prefix(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4) {
      hash = hash &* 31 &+ UInt32(byte)
    }
    return others + Int(hash % UInt32(count - others))
  }

  /// The first bytes of a word as a number, so that words are in the order of their numbers.
  package static func key(of word: ArraySlice<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var shift: UInt64 = 64
    for index in word.startIndex..<min(word.startIndex + 8, word.endIndex) {
      shift -= 8
      key |= UInt64(word[index]) << shift
    }
    return key
  }

  /// The keys of the words in some cells; `nil` when not all of them are for words in Latin letters.
  package static func keys(of cells: Range<Int>) -> Range<UInt64>? {
    guard cells.upperBound <= others, !cells.isEmpty else { return nil }
    let low = cells.lowerBound == 0 ? 0 : keys[cells.lowerBound - 1]
    let high = cells.upperBound == others ? 0x80 << 56 : keys[cells.upperBound - 1]
    return low..<high
  }

  /// How many bounds are not above a word.
  private static func place(of key: UInt64) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] <= key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static let keys: [UInt64] = Array(bounds.utf8).split(separator: 0x20).map { key(of: $0) }

  /// The first words of the cells from 1 to 447, between spaces.
  package static let bounds = """
    01 03 050 073 090 100 109 118 125 140 150 160 180 190 200 2022 20h 220 240 260 27t 298 3007 320 341 360 390 404
    430 46 49 5021 520 559 590 617 684 789 8601 930 9s abr acco acta actn addo admis ag age alci alf alle alou alti
    ana andy anyb apise apply apps area armi asa asser ate atten auto avat awsa backo base6 be5 bef begu benj binda
    blog bou brou built butt bye cachi cana capac casew causi ce cf chann chats chee cif clic clou clut cnpgi colle
    comb comme comp compo concr confl confo conso cont conti conty cop corru coup crat cred cronj curs dam datac dbs
    deco defe deli depl depo dese detat dev diagr diffs disc dist do1 doe dom downg drav dum durr easil effo emb
    enac engl enti equiv es euo ever examp exe exit expi expr facts faili falli feed filed finda fis fixes flux fon
    forb formb frame fromj fullt garc genes getag giti goa govc grinn guids hands hasf haven hcog heavy hide homed
    hous httpc httpx ide idl ifa immu impe impos ina incl inco indi infr inhi insig inste into intr invi ioc isb isl
    issui ite iter jobl jul keepe kib kube2 kubes l1u las latt leag lefto lever likew liq llm lockd logis longs lot
    mag makef mand mapit maxa md meanw men metr mik mins misd misfi misme misr missi misvi mito moj mor mos msa mut
    namef nee netc newc nf nob nodew norms nota notif nulla obsi off okt ona onco onlya opena opf opts ora orm ours
    outa overa overe overg overn overq overt overu p15 pact pare passp pausi perd pers pid pl play pod1 pois porta
    posti preci pree prei preo prero presi previ prio proc prod proj prope provl pubn pus quan quin rand rea real
    rec recon recr redef reenc refou reh relau reman rend repee repo2 repr requi reref reset resor resp rest reste
    resum retri reup revis rip rolls rou ruled rune runp sami sca schem secop seed self ser ses seta sev1 shi shout
    signi sir slag smoo soc someb spam speck ssh stall starv statm steal stope stre subcl subes subis subpu subsh
    subty suchs sun surg synce taga tart teams tend testg thank the thei them theo they thisi thro tid timec timeo
    timez tk toc toi toom trae tree troug ttf type ui0 unb unde unen unhel unloc unple unres unsto unw upf upl us
    usecr usera usp utm valu varn versu vic vk wafv warr wav wea weir weren whate whend whil whoa willi withi witho
    workf wow wrot
    """.replacing("\n", with: " ")
}
