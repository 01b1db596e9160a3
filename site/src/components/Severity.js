import React from 'react';

/** P0 to P3 as text in a mark of its own: never by colour alone. */
export default function Severity({level}) {
  return <span className={`severity severity--${level.toLowerCase()}`}>{level}</span>;
}
