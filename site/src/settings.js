import fs from 'node:fs';
import path from 'node:path';
import yaml from 'js-yaml';
import {contentFolder} from './project.js';

/**
 * What a team sets in site.yml, with what a fresh clone shows when it sets nothing.
 * The address can also come from the environment, because only the publishing job knows it.
 */
export function readSettings(siteFolder) {
  const file = path.join(contentFolder(siteFolder), 'site.yml');
  const written = fs.existsSync(file) ? yaml.load(fs.readFileSync(file, 'utf8')) : {};
  const text = (key, otherwise) => {
    const value = written?.[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : otherwise;
  };
  const title = text('title', 'Incidents and runbooks');
  return {
    title,
    tagline: text('tagline', text('description', 'What broke, why, and what we changed')),
    url: origin(process.env.SITE_URL || text('url', 'http://localhost:3000')),
    baseUrl: folder(process.env.BASE_URL || text('base_url', '/')),
    // Docusaurus has its own words in many languages.
    language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(text('lang', 'en')) ? text('lang', 'en') : 'en',
    organization: text('organization', title),
    hasAccent: text('accent', '') !== '',
    // The base of edit links: the path of the source follows it.
    repository: text('repository', undefined)?.replace(/\/+$/, ''),
    project: project(text('repository', undefined)),
  };
}

/** The front page of the repository, for the forms of GitHub, GitLab and Gitea. */
function project(address) {
  return address?.match(/^https?:\/\/.*?(?=\/(-\/)?(blob|edit|tree|raw|src|_edit)\/)/)?.[0];
}

/** Docusaurus wants the address without a path and the path with a slash at both ends. */
function origin(address) {
  return new URL(address).origin;
}

function folder(name) {
  const inner = name.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
