extension HeadingTable {
  /// Words with more than one meaning; the sections beside them decide.
  static let doubtful: [Row] = [
    (
      .summary, .setting,
      [
        "Context", "Background", "Lead-up", "Leadup", "Lead up", "Setting", "Situation",
        "Introduction",
      ]
    ),
    (
      .rootCause, .fallback,
      [
        "Analysis", "Technical analysis", "Deep dive", "Technical deep dive", "Explanation",
        "The exploit", "Exploit", "The attack", "Attack", "Attack details",
        "Attack vector", "Attack method", "Attack description", "Vulnerability details",
        "Bug description", "Description of the bug", "The story", "Technical background",
        "Analyse", "Analyse technique", "Analyse des Vorfalls", "Análisis", "Análisis técnico",
        "Análise", "Análise técnica", "Analisi", "Analisi tecnica", "Analiza", "Explication",
        "Explicación", "Explicação", "Spiegazione", "Erklärung", "Was ist schiefgegangen",
        "分析", "問題分析", "问题分析", "技术分析", "분석", "문제 분석",
      ]
    ),
    (
      .timeline, .minor, ["Key events", "Key moments", "Milestones", "Key timestamps", "Key times"]
    ),
    (
      .wentWrong, .wrong,
      [
        "What went wrong", "What has gone wrong", "What did go wrong", "What went wrong here",
        "Where it went wrong",
      ]
    ),
    (
      .actionItems, .minor,
      [
        "Prevention", "Preventive measures", "Preventative measures", "Prevention measures",
        "Preventive actions", "Preventative actions", "Recommendations", "Future prevention",
        "Preventing recurrence", "How to prevent it", "How do we prevent this", "Short-term",
        "Medium-term", "Long-term", "Short-term improvements", "Medium-term improvements",
        "Long-term improvements", "Short-term actions", "Medium-term actions",
        "Long-term actions", "Long-term solution", "Long-term fix", "Long-term fixes",
        "Short-term fixes", "Process improvements", "Technical improvements",
        "Documentation improvements", "Moving forward", "Future improvements", "Immediate",
        "How to prevent this in the future", "How will we prevent this", "Proposed fixes",
        "How can we prevent this", "How will we prevent this from happening again", "Opportunities",
        "What are we doing to prevent this", "What we are doing to prevent this",
        "Prevention plan", "Prevention strategies", "Prevention strategy", "Prevention steps",
        "Steps to prevent recurrence", "Long-term remediation", "Short-term remediation",
        "Long-term prevention", "Near-term", "Mid-term", "Medium-term fixes", "Permanent actions",
      ]
    ),
  ]
}
