// What the page People asks the server for.

import { BASE, call, Problem, renewedToken } from '../api.js';

const part = encodeURIComponent;
const one = (id) => `/people/${part(id)}`;

/** Only those that have a value. */
function query(values) {
  const present = Object.entries(values).filter(([, value]) => value);
  return present.length ? `?${new URLSearchParams(present)}` : '';
}

export const read = {
  access: () => call('GET', '/people-access'),
  people: (filter) => call('GET', `/people${query(filter)}`),
  person: (id) => call('GET', one(id)),
};

export const change = {
  add: (body) => call('POST', '/people', { body }),
  allProjects: (id) => call('PUT', `${one(id)}/projects`, { body: { all: true, projects: [] } }),
  person: (id, body) => call('PUT', one(id), { body }),
  roles: (id, roles) => call('PUT', `${one(id)}/roles`, { body: { roles } }),
  work: (id, body) => call('POST', `${one(id)}/work`, { body }),
  skill: (id, skill, level) => call('PUT', `${one(id)}/skills/${part(skill)}`, { body: { level } }),
  noSkill: (id, skill) => call('DELETE', `${one(id)}/skills/${part(skill)}`),
  conflict: (id, kind, value) => call('POST', `${one(id)}/conflicts`, { body: { kind, with: value } }),
  noConflict: (id, number) => call('DELETE', `${one(id)}/conflicts/${number}`),
  absence: (id, from, to) => call('POST', `${one(id)}/absences`, { body: { from, to } }),
  noAbsence: (id, number) => call('DELETE', `${one(id)}/absences/${number}`),
  back: (id) => call('POST', `${one(id)}/absence`, { body: { absent: false } }),
  leave: (id, on) => call('POST', `${one(id)}/leaving`, { body: { on } }),
  stay: (id) => call('DELETE', `${one(id)}/leaving`),
  entry: (id, first) => call('POST', `${one(id)}/entry`, { body: { first } }),
  confirm: (id) => call('POST', `${one(id)}/confirmation`),
  department: (project, department, barred) => call('POST', '/people-departments', { body: { project, department, barred } }),
};

/** A list, tried out or taken; the file goes as it is. */
export async function sendList(file, { apply, newSkills }) {
  const response = await fetch(`${BASE}/people-list${query({ apply, newSkills })}`, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    headers: { Accept: 'application/json, application/problem+json', 'Content-Type': 'text/csv', 'X-XSRF-TOKEN': await renewedToken() },
    body: file,
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, answer.detail ?? 'The list could not be sent. Try again.', answer);
  return answer;
}
