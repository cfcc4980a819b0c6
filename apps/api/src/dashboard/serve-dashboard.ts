import type { NextFunction, Request, Response } from 'express';
import { join, resolve } from 'node:path';
import { ProblemError } from '../http/problem';
import { isHashed, KEPT_FOR_EVER } from './hashed-names';
import { chooseLanguage, findLanguages } from './languages';

/** What the dashboard does not stand in for; `/health` itself is one of its screens. */
const OWN = /^\/(?:api(?:\/.*)?|health\/live|health\/ready|metrics)$/;
/** A file of the build. Names of people and machines have points too, but stand behind a folder. */
const FILE = /^\/(?:media\/)?[^/]+\.\w+$/;

/**
 * Makes what answers everything that is not the API: the dashboard, all of whose screens are one page. It
 * has a folder for each language; an address without one is sent on to the same address in the
 * language of whoever asks, so that addresses in old mails and of colleagues go on working.
 */
export function serveDashboard(
  directory: string,
): (request: Request, response: Response, next: NextFunction) => void {
  const root = resolve(directory);
  let languages: readonly string[] = [];
  return (request, response, next) => {
    if (!isOfDashboard(request)) return next();
    // Until the dashboard is built; once it is, no request looks again.
    if (languages.length === 0) languages = findLanguages(root);
    if (languages.length === 0) return sendFrom(root, request.path, response);
    const [, first = '', ...rest] = request.path.split('/');
    if (languages.includes(first) && rest.length > 0) {
      return sendFrom(join(root, first), `/${rest.join('/')}`, response);
    }
    if (FILE.test(request.path)) return refuse(response);
    // Without its slash an address of a language alone would be one of a screen.
    const isLanguage = languages.includes(first);
    const language = isLanguage ? '' : `/${chooseLanguage(request, languages)}`;
    sendOn(request, response, `${language}${request.path}${isLanguage ? '/' : ''}`);
  };
}

const isOfDashboard = ({ method, path }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') && !OWN.test(path);

function sendOn(request: Request, response: Response, path: string): void {
  const { search } = new URL(request.originalUrl, 'http://localhost');
  response.vary('Cookie, Accept-Language');
  response.set('Cache-Control', 'no-cache');
  response.redirect(302, `${path}${search}`);
}

/** Sends a file of the build, or for the address of a screen the page. */
function sendFrom(folder: string, path: string, response: Response): void {
  const name = FILE.test(path) ? path : '/index.html';
  response.set('Cache-Control', isHashed(name) ? KEPT_FOR_EVER : 'no-cache');
  response.sendFile(name, { root: folder, cacheControl: false }, (error) => {
    // Whoever has gone away wants no other answer.
    if (error !== undefined && !response.headersSent) refuse(response);
  });
}

function refuse(response: Response): void {
  response.set('Cache-Control', 'no-cache');
  const problem = new ProblemError('LM_NOT_FOUND', 'The dashboard has no such file.').toProblem();
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
