import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
/** The Docusaurus project, whose packages are the ones under test. */
export const project = path.join(root, 'site');
const modules = path.join(project, 'node_modules');

/** A CommonJS module of the project's packages. */
export const required = createRequire(path.join(project, 'package.json'));

/** An ES module of the project's packages, by its file. */
export const imported = (file) => import(pathToFileURL(path.join(modules, file)).href);
