import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  assessmentSteps,
  courses,
  firstState,
  type LifeFacts,
  nextStep,
  obstaclesTo,
  pathOf,
  stateAfter,
  stepsFrom,
  transitions,
} from '../../src/model/assessment-life.ts';
import { assessmentRules, assessmentStates, type Standing } from '../../src/model/assessment-rights.ts';
import { assessmentKinds } from '../../src/model/dossier.ts';
import { projectRoot } from '../../src/project-root.ts';

const nothing: LifeFacts = { hasLeader: true, rated: 0, missing: 0, toAnswer: 0, unclosed: 0, issued: 0 };
const text = readFileSync(join(projectRoot, 'docs/assessment-states.md'), 'utf8');

test('the diagram draws exactly the transitions', () => {
  const drawn = { audit: arrowsIn(chapter('An audit')), self: arrowsIn(chapter('A self-assessment')) };
  for (const path of ['audit', 'self'] as const) {
    const known = transitions.filter((one) => one.path === path).map(({ from, step, to }) => `${from} ${step} ${to}`);
    expect(known.length).toBeGreaterThan(1);
    expect(drawn[path].sort()).toEqual(known.sort());
  }
});

test('the page names every state, and who may take each step', () => {
  for (const state of assessmentStates) expect(text).toContain(`| ${state} |`);
  const rows = new Map([...text.matchAll(/^\| (\w+) \| ([^|]+) \|/gm)].map(([, step, who]) => [step, who ?? '']));
  for (const step of assessmentSteps) {
    const named = new Set((rows.get(step) ?? '').match(/leader|office|self-assessor/g));
    const allowed = new Set<Standing>(assessmentRules[step].flatMap(({ who }) => [...who]));
    expect([step, [...named].sort()]).toEqual([step, [...allowed].sort()]);
  }
});

test('the table of rights allows each step exactly in the states that it leads on from', () => {
  for (const step of assessmentSteps) {
    const from = new Set(transitions.filter((one) => one.step === step).map((one) => one.from));
    const when = new Set(assessmentRules[step].flatMap((rule) => [...rule.when]));
    expect([step, [...when].sort()]).toEqual([step, [...from].sort()]);
  }
});

test.each(['initial', 'self'] as const)(
  '%s: every state of its course is reached, and only finished and stopped are ends',
  (kind) => {
    const own = transitions.filter(({ path }) => path === pathOf(kind));
    const reached = new Set([firstState(kind)]);
    // Sets grow while they are walked, so that one pass finds all.
    for (const state of reached) for (const { to } of own.filter(({ from }) => from === state)) reached.add(to);
    expect([...reached].sort()).toEqual([...courses[pathOf(kind)], 'stopped'].sort());
    const ends = [...reached].filter((state) => stepsFrom(kind, state).length === 0);
    expect(ends.sort()).toEqual(['finished', 'stopped']);
  },
);

test.each(assessmentKinds)('%s: with nothing in the way it goes on to its end', (kind) => {
  let state = firstState(kind);
  const passed = [state];
  for (let step = nextStep(kind, state); step; step = nextStep(kind, state)) {
    expect(obstaclesTo(step, kind, nothing)).toEqual([]);
    state = stateAfter(step, kind, state, { toAnswer: 1 }) ?? state;
    passed.push(state);
  }
  expect(passed).toEqual(courses[pathOf(kind)]);
});

test('findings-open is left out exactly when nothing has to be answered', () => {
  fc.assert(
    fc.property(fc.nat(5), (toAnswer) => {
      const to = stateAfter('closeRating', 'initial', 'in-progress', { toAnswer });
      expect(to).toBe(toAnswer === 0 ? 'reported' : 'findings-open');
    }),
  );
});

test.each([
  ['begin', { hasLeader: false }, 'leader'],
  ['replan', { rated: 1 }, 'rated'],
  ['closeRating', { missing: 1 }, 'missing'],
  ['reopenRating', { issued: 1 }, 'told'],
  ['report', { unclosed: 1 }, 'unclosed'],
] as const)('%s is kept from by %j', (step, facts, obstacle) => {
  expect(obstaclesTo(step, 'initial', nothing)).toEqual([]);
  expect(obstaclesTo(step, 'initial', { ...nothing, ...facts })).toEqual([obstacle]);
});

test('only a self-assessment asks for every rating when it is finished; nothing keeps from stopping', () => {
  const facts = { hasLeader: false, rated: 3, missing: 3, toAnswer: 3, unclosed: 3, issued: 3 };
  expect(obstaclesTo('finish', 'self', facts)).toEqual(['missing']);
  expect(obstaclesTo('finish', 'initial', facts)).toEqual([]);
  expect(obstaclesTo('stop', 'initial', facts)).toEqual([]);
});

/** What stands below a heading, up to the next. */
function chapter(title: string): string {
  return text.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
}

/** `a ──step──▶ b ──step──▶ c` as its arrows. */
function arrowsIn(drawing: string): string[] {
  return drawing.split('\n').flatMap((line) => {
    const parts = [...line.matchAll(/([a-z-]+)(?: ──(\w+)──▶)?/g)].filter(
      ([, , step], index, all) => step || all[index - 1]?.[2],
    );
    return parts.flatMap(([, from, step], index) => (step ? [`${from} ${step} ${parts[index + 1]?.[1]}`] : []));
  });
}
