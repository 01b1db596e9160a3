import React from 'react';
import Layout from '@theme/Layout';
import Link from '@docusaurus/Link';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import Severity from '@site/src/components/Severity';

/** The questions people come with, most urgent first, each with the page that answers it. */
function doors({incidents, runbooks, response, archive}) {
  return [
    response && {
      question: 'Something is broken now',
      answer: 'The incident response runbook, from the first alert to the review.',
      to: '/docs/runbooks/incident-response',
      urgent: true,
    },
    runbooks && {
      question: 'Is there a runbook for this?',
      answer: 'Every runbook by alert, with the incidents in which it was used.',
      to: '/docs/runbooks',
    },
    incidents && {
      question: 'Has this happened before?',
      answer: 'Reviews of past incidents, newest first, searchable by error message.',
      to: '/blog',
    },
    {
      question: 'What is still open?',
      answer: 'The action items that reviews asked for, oldest due date first.',
      to: '/docs/learning/action-items',
    },
    {
      question: 'What did we learn?',
      answer: 'All incidents by year, with causes, durations and figures.',
      to: '/docs/learning',
    },
    archive && {
      question: 'No network, no server?',
      answer: 'The archive: the same pages as plain files that open with a double click.',
      to: 'pathname:///archive/index.html',
    },
  ].filter(Boolean);
}

function Door({question, answer, to, urgent}) {
  return (
    <Link className={urgent ? 'door door--urgent' : 'door'} to={to} target="_self">
      <h2>{question}</h2>
      <p>{answer}</p>
    </Link>
  );
}

function Latest({posts}) {
  return (
    <section className="latest" aria-labelledby="latest">
      <h2 id="latest">Latest incidents</h2>
      <ul>
        {posts.map(({title, description, permalink, date, severity, tone}) => (
          <li key={permalink}>
            <div className="latest__facts">
              <time dateTime={date}>{date}</time>
              {severity && <Severity level={severity} tone={tone} />}
            </div>
            <div>
              <Link to={permalink}>{title}</Link>
              <p>{description}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function Home() {
  const {siteConfig} = useDocusaurusContext();
  const {latest, doors: present} = siteConfig.customFields;
  return (
    <Layout description={siteConfig.tagline}>
      <header className="opening">
        <div className="container">
          <h1>{siteConfig.title}</h1>
          <p>{siteConfig.tagline}</p>
        </div>
      </header>
      <main className="container">
        <nav className="doors" aria-label="Where to start">
          {doors(present).map((door) => <Door key={door.to} {...door} />)}
        </nav>
        {latest.length > 0 && <Latest posts={latest} />}
      </main>
    </Layout>
  );
}
