import React from 'react';

/** A severity as text in a mark of its own: never by colour alone. The tone is that of the team's scale, p0 to p3. */
export default function Severity({level, tone}) {
  return <span className={`severity severity--${tone ?? level.toLowerCase()}`}>{level}</span>;
}
