extension ArchiveTemplates {
  /// Every field that a template may name. A page leaves out what it has nothing for, so that a misspelt name is
  /// told from a missing value by this list alone.
  static let fields: Set = [
    "actions", "again", "age", "alert", "alerts", "allUrl", "anchor", "asked", "at", "authors",
    "bad", "badge", "body", "branches", "caption", "cells", "chart", "charts", "checklist", "code",
    "columns", "command", "commandFolder", "communicate", "contacts", "contentDay", "corner",
    "count", "countText", "coverage", "crumbs", "cut", "day", "decide", "decisions", "definition",
    "description", "draft", "drawing", "due", "duration", "durations", "edit", "ended", "entries",
    "facets", "factors", "facts", "fewest", "file", "finding", "first", "folders", "from", "gap",
    "good", "groups", "handle", "hasAlerts", "hasAuthors", "hasBad", "hasContacts", "hasDecisions",
    "hasEntries", "hasEvidence", "hasFactors", "hasFacts", "hasFolders", "hasGood", "hasItems",
    "hasLegend", "hasLessons", "hasPhases", "hasQuick", "hasRelated", "hasRemarks", "hasRemedies",
    "hasRhythm", "hasRules", "hasRunbooks", "hasSame", "hasServices", "hasSteps", "hasTags",
    "hasTemplates", "hasTerms", "hasToc", "hasTools", "hasUses", "hasWork", "heading", "healthText",
    "healthURL", "heat", "html", "id", "idPrefix", "inFolder", "inTime", "incident", "incidents",
    "insights", "isHeat", "isHere", "isHome", "isNumber", "items", "key", "keys", "kind",
    "kindText", "kindUrl", "known", "lang", "latest", "lead", "lede", "legend", "length", "lesson",
    "lessonUrl", "lessons", "letters", "level", "link", "linkText", "links", "list", "logo", "look",
    "matrix", "meaning", "minutes", "more", "name", "narrows", "nav", "nearMiss", "newer", "next",
    "noindex", "note", "nothing", "noun", "now", "older", "openCount", "overdue", "overdueText",
    "owner", "page", "pager", "pages", "phase", "phases", "plain", "plus", "policy", "previous",
    "problems", "quick", "rationale", "reason", "reasons", "recurrences", "related", "remarks",
    "remedies", "report", "rhythm", "root", "rows", "rules", "runbooks", "said", "same", "sections",
    "security", "services", "servicesText", "sev", "severity", "since", "site", "size", "source",
    "sourceTitle", "sourceUrl", "stale", "state", "stateText", "steps", "styles", "summary", "svg",
    "tagline", "tags", "tail", "takes", "templates", "terms", "text", "timeline", "title",
    "titleAnchor", "to", "toc", "tools", "trees", "trust", "unknown", "until", "url", "used",
    "usedText", "usedURL", "uses", "value", "values", "verified", "walk", "when", "window", "word",
    "words", "work", "written", "zone",
  ]
}
