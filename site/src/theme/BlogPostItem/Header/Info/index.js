import React from 'react';
import Info from '@theme-original/BlogPostItem/Header/Info';
import {useBlogPost} from '@docusaurus/plugin-content-blog/client';
import Severity from '@site/src/components/Severity';

/** The line under a post's title: the incident's facts first, then date and reading time. */
export default function InfoWithIncident(props) {
  const {incident} = useBlogPost().metadata.frontMatter;
  return (
    <>
      {incident && <IncidentFacts {...incident} />}
      <Info {...props} />
    </>
  );
}

function IncidentFacts({id, severity, status, duration, services = []}) {
  const facts = [
    id && ['Incident', id],
    status && ['Status', status],
    duration && ['Duration', duration],
    services.length > 0 && ['Services', services.join(', ')],
  ].filter(Boolean);
  return (
    <dl className="incident-facts">
      {severity && (
        <div>
          <dt>Severity</dt>
          <dd><Severity level={severity} /></dd>
        </div>
      )}
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
