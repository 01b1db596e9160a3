#include "supplies.h"

// This list is written by SuppliesTests.
static const struct {
  const char *path;
  const char *text;
} supplies[] = {
    {"site/.npmrc", (const char[]){
#embed "../../site/.npmrc" suffix(, 0) if_empty(0)
    }},
    {"site/docusaurus.config.js", (const char[]){
#embed "../../site/docusaurus.config.js" suffix(, 0) if_empty(0)
    }},
    {"site/package-lock.json", (const char[]){
#embed "../../site/package-lock.json" suffix(, 0) if_empty(0)
    }},
    {"site/package.json", (const char[]){
#embed "../../site/package.json" suffix(, 0) if_empty(0)
    }},
    {"site/sidebars.js", (const char[]){
#embed "../../site/sidebars.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/components/Severity.js", (const char[]){
#embed "../../site/src/components/Severity.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/css/custom.css", (const char[]){
#embed "../../site/src/css/custom.css" suffix(, 0) if_empty(0)
    }},
    {"site/src/generated.js", (const char[]){
#embed "../../site/src/generated.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/history.js", (const char[]){
#embed "../../site/src/history.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/pages/index.js", (const char[]){
#embed "../../site/src/pages/index.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/plugins/letters.js", (const char[]){
#embed "../../site/src/plugins/letters.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/plugins/picture.js", (const char[]){
#embed "../../site/src/plugins/picture.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/plugins/social-cards.js", (const char[]){
#embed "../../site/src/plugins/social-cards.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/project.js", (const char[]){
#embed "../../site/src/project.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/settings.js", (const char[]){
#embed "../../site/src/settings.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/theme/BlogPostItem/Header/Info/index.js", (const char[]){
#embed "../../site/src/theme/BlogPostItem/Header/Info/index.js" suffix(, 0) if_empty(0)
    }},
    {"site/src/theme/BlogPostPage/Metadata/index.js", (const char[]){
#embed "../../site/src/theme/BlogPostPage/Metadata/index.js" suffix(, 0) if_empty(0)
    }},
    {"site/static/img/favicon.svg", (const char[]){
#embed "../../site/static/img/favicon.svg" suffix(, 0) if_empty(0)
    }},
    {"site/static/img/logo.svg", (const char[]){
#embed "../../site/static/img/logo.svg" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/about.mustache", (const char[]){
#embed "../../templates/archive/about.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/actions.mustache", (const char[]){
#embed "../../templates/archive/actions.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/archive.css", (const char[]){
#embed "../../templates/archive/archive.css" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/archive.js", (const char[]){
#embed "../../templates/archive/archive.js" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/communicate.mustache", (const char[]){
#embed "../../templates/archive/communicate.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/decide.mustache", (const char[]){
#embed "../../templates/archive/decide.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/facet-list.mustache", (const char[]){
#embed "../../templates/archive/facet-list.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/facet.mustache", (const char[]){
#embed "../../templates/archive/facet.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/facets.js", (const char[]){
#embed "../../templates/archive/facets.js" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/health.mustache", (const char[]){
#embed "../../templates/archive/health.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/home.mustache", (const char[]){
#embed "../../templates/archive/home.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/icon.svg", (const char[]){
#embed "../../templates/archive/icon.svg" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/incident.mustache", (const char[]){
#embed "../../templates/archive/incident.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/incidents.mustache", (const char[]){
#embed "../../templates/archive/incidents.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/insights.mustache", (const char[]){
#embed "../../templates/archive/insights.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/not-found.mustache", (const char[]){
#embed "../../templates/archive/not-found.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/actions-table.mustache", (const char[]){
#embed "../../templates/archive/partials/actions-table.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/chart.mustache", (const char[]){
#embed "../../templates/archive/partials/chart.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/decisions.mustache", (const char[]){
#embed "../../templates/archive/partials/decisions.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/draft.mustache", (const char[]){
#embed "../../templates/archive/partials/draft.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/facets.mustache", (const char[]){
#embed "../../templates/archive/partials/facets.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/figures.mustache", (const char[]){
#embed "../../templates/archive/partials/figures.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/header.mustache", (const char[]){
#embed "../../templates/archive/partials/header.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/incident-row.mustache", (const char[]){
#embed "../../templates/archive/partials/incident-row.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/incident-table.mustache", (const char[]){
#embed "../../templates/archive/partials/incident-table.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/narrow.mustache", (const char[]){
#embed "../../templates/archive/partials/narrow.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/page-end.mustache", (const char[]){
#embed "../../templates/archive/partials/page-end.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/page-start.mustache", (const char[]){
#embed "../../templates/archive/partials/page-start.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/pager.mustache", (const char[]){
#embed "../../templates/archive/partials/pager.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/phases.mustache", (const char[]){
#embed "../../templates/archive/partials/phases.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/problems.mustache", (const char[]){
#embed "../../templates/archive/partials/problems.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/recurrence.mustache", (const char[]){
#embed "../../templates/archive/partials/recurrence.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/runbook-lists.mustache", (const char[]){
#embed "../../templates/archive/partials/runbook-lists.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/runbook-uses.mustache", (const char[]){
#embed "../../templates/archive/partials/runbook-uses.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/runbook-ways.mustache", (const char[]){
#embed "../../templates/archive/partials/runbook-ways.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/severity.mustache", (const char[]){
#embed "../../templates/archive/partials/severity.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/partials/trust.mustache", (const char[]){
#embed "../../templates/archive/partials/trust.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/results.js", (const char[]){
#embed "../../templates/archive/results.js" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/rules.mustache", (const char[]){
#embed "../../templates/archive/rules.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/runbook.mustache", (const char[]){
#embed "../../templates/archive/runbook.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/runbooks.mustache", (const char[]){
#embed "../../templates/archive/runbooks.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/search.js", (const char[]){
#embed "../../templates/archive/search.js" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/search.mustache", (const char[]){
#embed "../../templates/archive/search.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/site.schema.json", (const char[]){
#embed "../../templates/archive/site.schema.json" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/terms.mustache", (const char[]){
#embed "../../templates/archive/terms.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/archive/tree.mustache", (const char[]){
#embed "../../templates/archive/tree.mustache" suffix(, 0) if_empty(0)
    }},
    {"templates/ci/github.yml", (const char[]){
#embed "../../templates/ci/github.yml" suffix(, 0) if_empty(0)
    }},
    {"templates/ci/gitlab.yml", (const char[]){
#embed "../../templates/ci/gitlab.yml" suffix(, 0) if_empty(0)
    }},
    {"templates/new/incident-timeline.md", (const char[]){
#embed "../../templates/new/incident-timeline.md" suffix(, 0) if_empty(0)
    }},
    {"templates/new/review.md", (const char[]){
#embed "../../templates/new/review.md" suffix(, 0) if_empty(0)
    }},
    {"templates/new/runbook.md", (const char[]){
#embed "../../templates/new/runbook.md" suffix(, 0) if_empty(0)
    }},
    {"templates/new/update-external.txt", (const char[]){
#embed "../../templates/new/update-external.txt" suffix(, 0) if_empty(0)
    }},
    {"templates/new/update-internal.txt", (const char[]){
#embed "../../templates/new/update-internal.txt" suffix(, 0) if_empty(0)
    }},
    {"templates/new/update-resolved.txt", (const char[]){
#embed "../../templates/new/update-resolved.txt" suffix(, 0) if_empty(0)
    }},
    {"templates/start/incident-response.md", (const char[]){
#embed "../../templates/start/incident-response.md" suffix(, 0) if_empty(0)
    }},
    {"templates/start/site.yml", (const char[]){
#embed "../../templates/start/site.yml" suffix(, 0) if_empty(0)
    }},
};

size_t supplies_count(void) { return sizeof supplies / sizeof supplies[0]; }
const char *supplies_path(size_t index) { return supplies[index].path; }
const char *supplies_text(size_t index) { return supplies[index].text; }
