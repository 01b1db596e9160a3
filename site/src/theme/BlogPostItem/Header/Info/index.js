import React from 'react';
import {useBlogPost} from '@docusaurus/plugin-content-blog/client';
import {useDateTimeFormat} from '@docusaurus/theme-common/internal';
import Severity from '@site/src/components/Severity';

/** What there is to know under a post's title, in one row: the incident's facts, its date and how long reading takes. */
export default function Facts() {
  const {date, readingTime, frontMatter} = useBlogPost().metadata;
  const {id, severity, tone, status, duration, services = []} = frontMatter.incident ?? {};
  const format = useDateTimeFormat({day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  const facts = [
    severity && ['Severity', <Severity level={severity} tone={tone} />],
    ['Date', <time dateTime={date}>{format.format(new Date(date))}</time>],
    duration && ['Duration', `lasted ${duration}`],
    status && ['Status', status],
    services.length > 0 && ['Services', services.join(', ')],
    id && ['Incident', id],
    readingTime !== undefined && ['Reading', `${Math.ceil(readingTime)} min read`],
  ].filter(Boolean);
  return (
    <dl className="incident-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
