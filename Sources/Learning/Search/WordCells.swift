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
  package static let others = 384

  package static func cell(of word: some RandomAccessCollection<UInt8>) -> Int {
    guard let first = word.first, first >= 0x80 else { return place(of: key(of: word)) }
    var hash: UInt32 = 0
    for byte in word.prefix(first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4) {
      hash = hash &* 31 &+ UInt32(byte)
    }
    return others + Int(hash % UInt32(count - others))
  }

  /// The first bytes of a word as a number, so that words are in the order of their numbers.
  package static func key(of word: some Collection<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    var shift = 56
    for byte in word.prefix(8) {
      key |= UInt64(byte) << UInt64(shift)
      shift -= 8
    }
    return key
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

  private static let keys: [UInt64] = bounds.utf8.split(separator: 0x20).map { key(of: $0) }

  /// The first words of the cells from 1 to 383, between spaces.
  package static let bounds = """
    010 030 060 08t1 100 10h 120 130 1492 160 17t1 1950 200 2026 2181 23r 260 280 2fn 310 3390 360 390 410 4406 47h
    5006 520 560 59p 6486 752 844 9302 abf acces accur activ addit adn ag aggp alf alle alo am ana andy ans apic
    apply appse area artis aske ate atten autop aw backd bank bd be5 bef bel bf blog bount buc bune bye c6 cana
    capal cate caut certm chann chas chee clas clim clut cnaod colli comb commi compo concl confl confo conso conte
    contr cool corru cour cred credh curs daf datac dear ded degre denm depo desi deter devo dif disag dist do1 doe
    donk drai dum durr ec2i eksc ena enf enti erra esk eveni evi excer exit expl extr faila fair feb filef fine fis
    fle fon forb formb frei fromj fut genes getal gito goo granu guid hands hasf haven heali her hk hous httpx hubs
    idl ifa img impe in ina inco incu infr inita inste insul into intru ioc isb isn issui ite iv jsonl ke kicke
    kubed kubes lacke later leaf lego libv lin lived lock logl looka lowv maint mand map maxa mea melti met migr
    mins misd misig mispi miss misu mitx mojo moreo mous multu namec neede neu newc nob nodeh norms nota notr o ocp
    off olb ona ones onn opf optio ordi ott outa outr overd overg overn overs overt owni packe pari pat pdy perm
    phot pkg play pod1 polli post prea pree preis prepl prero prett print proc prod promi provi ps1 pus quay quot
    ratel readi rebo recon recr redi refet regr relau reman reno repli repos requi rereb resh resor resp reste resu
    retri revi revis roll rootf rs rune runu san schem seas sed self servf ses settl shari shout signo sized slowe
    soa someb spam spiki staf starv stati ste stor strip subcu subhe subpl subsh subwi sug suppr sy tabs tart teari
    tes tgn the thei them therm thi thisi three tid timec timer tk toc togg topi tran trim tryi twp ui0 unbu undes
    unfi unl unpe unret unsur upc upf uq usea useri usu v8 varie vers vic vms walk wasn wea weir weren whend whet
    whils willi withi withp workl writi
    """.replacing("\n", with: " ")
}
