/// Words that tell nothing about what a review is about: those of the language, and those that any review may have.
package enum CommonWords {
  /// Whether a word is one of them, by its key (``Terms/key(of:)``).
  package static func contains(key: UInt64) -> Bool { keys.contains(key) }

  private static let keys: Set<UInt64> = Set(
    [english, reviews, calendar, german, french, spanish, portuguese, italian, dutch]
      .flatMap { $0.utf8.split { $0 == 0x20 || $0 == 0x0A } }.map { Terms.key(of: Array($0)[...]) })

  private static let english = """
    a about above across actually after again against ago all almost alone along already also although always am among an and
    another any anybody anyone anything anyway anywhere apparently are arent around as aside ask asked at away back be became
    because become been before beforehand began begin behind being believe below beside besides best better between beyond
    big both brief briefly bring brought but by came can cannot cant carefully certain certainly clear clearly close come
    coming common completely consequently consider considerable could couldnt course currently despite did didnt different
    directly do does doesnt doing done dont due during each early earlier easily easy effectively either else end ended
    enough entire entirely especially essentially etc even eventually ever every everybody everyone everything everywhere
    exactly example except extra extremely far fast few fewer finally find first five following for fortunately found four
    from full fully further furthermore gave general generally get getting give given giving go goes going good got gotten
    great had half happen happened happening hard has hasnt have havent having he help helped hence her here hers him his
    hour how however if immediate immediately important in include included including indeed initial initially instead into
    is isnt it its itself just keep kept kind knew know known large larger last late later latter least led left less let
    like likely little live long longer look looked looking lot low made main mainly make makes making many may maybe me mean
    meant meantime meanwhile might mind minute month more moreover most mostly move moved much must my near nearly need needed
    needs neither never nevertheless new next nine no nobody none nor not nothing notice noticed now number obvious obviously
    of off often ok old on once one only onto open or order other others otherwise our ours out outside over overall own part
    particular particularly past per perhaps please plus point possible possibly potential potentially present prevent
    previous previously primarily prior probably proper properly put quick quickly quite rather ready real really reason
    recent recently regarding related relatively remain remained right roughly said same saw say second see seem seemed seen
    separate set seven several shall she short shortly should shouldnt show showed shown side significant significantly
    similar similarly simple simply since single six slightly small so some somehow someone something sometimes somewhat
    soon sort specific specifically start started starting still stop stopped such suddenly sufficient sufficiently sure take
    taken taking tell ten than thank thanks that the their them themselves then there therefore these they thing think third
    this thorough thoroughly those though thought three through throughout thus time to today together told too took top
    total totally toward towards tried try trying turn turned two typical typically under understand understood unexpected
    unexpectedly unfortunately unless unlike until up upon us use used useful uses using usual usually various very via view
    want wanted was wasnt way we week well went were werent what whatever when whenever where whereas whether which while who
    whole whom whose why wide will with within without wont word work worked working worse worst would wouldnt written wrong
    year yes yet you your yours zero ensure ensuring ensured allow allowed allowing able unable across begun based began case
    commonly correct correctly incorrect incorrectly wrongly day detail detailed deeply everyday exact existing false true
    final happens high higher highest lower lowest increase increased increasing decrease decreased idea interesting involve
    involved level line list literally matter necessary normal normally occasionally offer one-off original originally place
    previous quiet run running runs ran rest result resulted resulting resultant shows sign state story successful
    successfully sometime somewhere straight subsequent subsequently suspect suspected term terms text title types type
    uncommon usual value values version whichever whilst yesterday tomorrow tonight yourself ourselves
    """

  private static let reviews = """
    incident incidents outage outages postmortem postmortems review reviews report issue problem problems cause caused causes
    causing root impact impacted affect affected affecting service services system systems user users customer customers
    client team teams engineer engineers engineering people oncall on-call responder company staff member members timeline
    lesson lessons learn learned learning action actions item items detect detected detection mitigate mitigated mitigation
    resolve resolved resolution restore restored recover recovered recovery fix fixed fixes fixing fail failed failing fails
    failure failures error errors alert alerts alerted alerting alarm alarms monitor monitored monitoring investigate
    investigated investigating investigation identify identified respond responded response responding escalate escalated
    degrade degraded degradation disruption disrupted downtime unavailable available availability severity status update
    updates updated page paged production prod environment change changed changes changing deploy deployed deployment
    release released rollback roll rolled back rolling config configuration configured server servers host hosts machine
    machines node nodes instance instances request requests traffic data code bug bugs feature test tested testing tests
    process processes product application applications app website site platform infrastructure software hardware
    summary background contributing factor factors follow followup follow-up followed step steps task tasks ticket owner
    slack zoom thread meeting channel call calls message messages chat inc ltd url urls link links edit post name names
    named future scenario scenarios concern concerns attempt attempts attempted lack minor major add adds added adding compare
    compared address addressed handle handled handling reported reporting introduce introduced support create created creates
    creating creation bad receive received receives approve approved implement implemented implementation additional heading
    critical risk finding findings latest exact impacting repaired raise raised recorded record missing correctly enable
    enabled disable disabled analysis approach project concerned showing fault individual remove removed removing seeing
    improve improved improvement improvements priority work normal operation operations operational operate plan planned
    planning question questions answer discuss discussed discussion document documented documentation doc docs event events
    duration minutes hours experience experienced experiencing occur occurred occurring occurrence remediation trigger
    triggered triggering triggers utc gmt pst pdt est edt cet cest bst am pm p0 p1 p2 p3 p4 p5 sev sev0 sev1 sev2 sev3 sev4
    """

  private static let calendar = """
    january february march april may june july august september october november december jan feb mar apr jun jul aug sep
    sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun morning afternoon
    evening night noon midnight weekend holiday
    """

  private static let german = """
    aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bereits bis bisher da dabei
    dadurch dafür daher damit danach dann daran das dass dazu dem den denn der deren des dessen die dies diese diesem diesen
    dieser dieses doch dort durch ein eine einem einen einer eines einige er erst es etwa etwas für gab gegen geht hat hatte
    hatten hier hinter ihr ihre ihren im immer in ins ist jede jedem jeden jeder jedoch jetzt kann kein keine keinen konnte
    konnten lang man mehr mehrere mit muss musste nach nachdem nicht nichts noch nun nur ob oder ohne sehr sein seine seit
    sich sie sind so sodass sollte sollten sondern sowie über um und uns unser unsere unter viel viele vom von vor war waren
    was weil welche wenn werden wer wie wieder wir wird wo worden wurde wurden zu zum zur zwar zwei zwischen ursache
    auswirkung vorfall störung fehler ausfall maßnahmen zusammenfassung kunden dienst uhr
    """

  private static let french = """
    ainsi alors après au aucun aussi autre autres aux avait avant avec avoir car ce cela ces cet cette ceux chaque comme dans
    de depuis des deux donc du elle elles en encore entre est et étaient était été être fait fois il ils jusqu la le les leur
    lors mais même moins ne nos notre nous on ont ou où par pas pendant peu peut plus pour pourquoi puis quand que quel quelle
    qui sa sans se ses si son sont sous suite sur tous tout toute toutes très trois un une vers vous incident cause
    """

  private static let spanish = """
    al algo algunos ante antes así aunque cada como con cual cuando de debido del desde después donde dos durante el ella
    ellos en entre era es esta estaba estaban este esto estos fue fueron ha había han hasta hay la las lo los más mientras muy
    no nos nuestro o otra otro para pero por porque que se ser si sin sobre son su sus también tiene todo todos un una uno y
    """

  private static let portuguese = """
    ainda ao aos apenas após até com como da das de depois desde do dos e ela ele em entre era essa esse esta este foi foram
    havia isso já mais mas mesmo muito na nas não no nos o os ou para pela pelo por porque quando que se sem ser seu sua são
    também tem tinha uma um usuários
    """

  private static let italian = """
    al alla alle anche che come con cui da dal dalla degli dei del della delle di dopo e era essere fino gli ha hanno il in
    la le lo ma nel nella non per perché più poi prima quando questa questo sono stata stato su sulla tra tutti un una
    """

  private static let dutch = """
    aan als bij dat de deze die dit door een en er geen had heeft het hun ik in is kan maar meer met na naar niet nog om onder
    ook op over te tijdens toen tot uit van veel voor waren was werd wordt zijn zou
    """
}
