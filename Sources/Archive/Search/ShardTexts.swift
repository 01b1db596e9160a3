internal import Synchronization

/// The texts of a segment's shards. The words of a group are in several shards of a long segment: their texts are made
/// together, by whoever asks for one of them first, because it costs most to look through all pages. Each is kept until it
/// is asked for.
struct ShardTexts: Sendable {
  let text: @Sendable (_ shard: Int) -> [UInt8]

  init(of segment: SearchSegment) {
    let known = Mutex<[Int: [UInt8]]>([:])
    text = { shard in
      if let text = known.withLock({ $0.removeValue(forKey: shard) }) { return text }
      let groups = segment.groups(ofShard: shard)
      let shards = segment.shards(ofGroups: groups)
      let texts = Postings(of: segment, groups: groups).texts(
        ofCells: shards.map(segment.cells))
      known.withLock { known in
        for (other, text) in zip(shards, texts) where other != shard { known[other] = text }
      }
      return texts[shard - shards.lowerBound]
    }
  }
}
