import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AgendaSlot, agendaClashes, minutesByPerson, overlap } from '../../src/model/agenda.ts';
import { addDays, addYears } from '../../src/model/calendar.ts';
import { commonCompetenceRule, competenceGap, firstUncovered } from '../../src/model/competence.ts';
import { bindingTies, declarationState, freeFrom, isDeclared } from '../../src/model/independence.ts';
import { daysAtSite, sumOfDays } from '../../src/model/person-days.ts';
import { commonSamplingRule, drawSites, lotOf, rootTimes, sampleSize, samplingChange } from '../../src/model/site-sampling.ts';
import { momentOf } from '../../src/model/zoned-time.ts';

const days = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2025-01-01', offset));

test('sample sizes as European Accreditation answers them', () => {
  // FAQ 42.6: 26 sites, initial: 6; FAQ 46.5: 2 sites, surveillance 1, recertification 2.
  expect(sampleSize(commonSamplingRule, 'initial', 26).sites).toBe(6);
  expect(sampleSize(commonSamplingRule, 'surveillance', 2).sites).toBe(1);
  expect(sampleSize(commonSamplingRule, 'recertification', 2).sites).toBe(2);
  const all = { ...commonSamplingRule, suited: false };
  expect(sampleSize(all, 'initial', 26).sites).toBe(26);
  expect(sampleSize(all, 'surveillance', 26).sites).toBe(8);
});

test('factor × √x is rounded up exactly, also at perfect squares and for large numbers', () => {
  expect(rootTimes('0.6', 25)).toBe(3);
  expect(rootTimes('0.8', 100)).toBe(8);
  expect(rootTimes('1', 0)).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 1, max: 300 }), (root, hundredths) => {
      const factor = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
      const least = (y: number) => BigInt(y) * BigInt(y) * 10_000n;
      const bound = BigInt(hundredths) ** 2n * BigInt(root) ** 2n;
      const y = rootTimes(factor, root * root);
      expect(least(y) >= bound && (y === 0 || least(y - 1) < bound)).toBe(true);
    }),
  );
});

const population = fc
  .array(fc.record({ headcount: fc.option(fc.integer({ min: 1, max: 500 })), lastAudited: fc.option(days) }), { maxLength: 60 })
  .map((sites) => sites.map((site, index) => ({ ...site, id: `s${index}`, name: `S${index}`, central: index === 0 })));

test('a draw has its size, the central function, a quarter at random, and can be repeated', () => {
  fc.assert(
    fc.property(population, fc.string({ minLength: 1 }), fc.constantFrom('initial', 'surveillance'), (sites, seed, kind) => {
      const drawn = drawSites(sites, commonSamplingRule, kind, seed);
      const others = drawn.filter(({ central }) => !central);
      const size = sampleSize(commonSamplingRule, kind, others.length);
      expect(others.filter(({ chosen }) => chosen).length).toBe(size.sites);
      expect(drawn.every(({ central, chosen }) => !central || chosen)).toBe(true);
      const random = others.filter(({ reason }) => reason === 'random').length;
      if (size.sites < others.length) expect(random * 4).toBeGreaterThanOrEqual(size.sites);
      expect(drawSites(sites, commonSamplingRule, kind, seed)).toEqual(drawn);
    }),
  );
});

test('the lot is what sha256sum prints, and what was audited longest ago is taken', () => {
  expect(lotOf('seed', 1)).toBe('81e4ba3bc2097d85ac4734eb3ad794fd4a2980b2e0b22569418e60e5550b4c32');
  const sites = Array.from({ length: 17 }, (_, index) => ({
    ...{ id: `s${index}`, name: `S${index}`, central: index === 0, headcount: 10 },
    lastAudited: index === 5 ? null : '2025-06-01',
  }));
  const five = drawSites(sites, { ...commonSamplingRule, random: '0' }, 'initial', 'x')[5];
  expect(five).toMatchObject({ chosen: true, reason: 'longest' });
});

test('a site that comes, goes or becomes the central one re-opens the draw', () => {
  const [a, b] = [
    { id: 'a', name: 'A', central: true },
    { id: 'b', name: 'B', central: false },
  ];
  expect(samplingChange([a, b], [a, b])).toEqual({ added: [], gone: [] });
  expect(samplingChange([a], [a, b])).toEqual({ added: ['B'], gone: [] });
  expect(samplingChange([a, b], [a])).toEqual({ added: [], gone: ['B'] });
  expect(samplingChange([a, b], [a, { ...b, central: true }])).toEqual({ added: ['B'], gone: ['B'] });
});

test('competence covers every day, alone or record after record', () => {
  const engagement = { criteriaId: 'c', trade: '家电', from: '2026-01-05', to: '2026-01-09' };
  const half = (from: string, to: string) => ({ criteriaId: null, trade: null, grade: 'auditor' as const, from, to });
  const gap = (...held: Parameters<typeof competenceGap>[0]) => competenceGap(held, engagement, 'leader', commonCompetenceRule);
  expect(gap()).toEqual({ gap: 'missing' });
  expect(gap({ ...half('2026-01-01', '2027-01-01'), criteriaId: 'other' })).toEqual({ gap: 'missing' });
  expect(gap({ ...half('2026-01-01', '2027-01-01'), trade: '家 电' })).toBeNull();
  expect(gap(half('2025-01-01', '2026-01-06'))).toEqual({ gap: 'expired', day: '2026-01-07' });
  expect(gap(half('2025-01-01', '2026-01-06'), half('2026-01-07', '2026-02-01'))).toBeNull();
  expect(gap({ ...half('2025-01-01', '2027-01-01'), grade: 'trainee' })).toEqual({ gap: 'grade', needed: 'auditor' });
  expect(competenceGap([], engagement, 'observer', commonCompetenceRule)).toBeNull();
});

test('the first day that nothing covers is the first, whatever the order of the spans', () => {
  const spans = fc.array(
    fc.tuple(days, days).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(spans, days, fc.integer({ min: 0, max: 30 }), (held, from, length) => {
      const wanted = { from, to: addDays(from, length) };
      const covered = (day: string) => held.some((span) => span.from <= day && day <= span.to);
      const all = Array.from({ length: length + 1 }, (_, index) => addDays(from, index));
      expect(firstUncovered(held, wanted)).toBe(all.find((day) => !covered(day)) ?? null);
    }),
  );
});

test('a tie binds until two years have passed since its last day', () => {
  const tie = { kind: 'consulting', from: '2020-01-01', to: '2024-02-29' } as const;
  expect(freeFrom(tie)).toBe('2026-02-28');
  expect(bindingTies([tie], { from: '2026-02-27', to: '2026-03-01' })).toEqual([tie]);
  expect(bindingTies([tie], { from: '2026-02-28', to: '2026-03-01' })).toEqual([]);
  expect(bindingTies([{ ...tie, to: null }], { from: '2050-01-01', to: '2050-01-02' })).toHaveLength(1);
  expect(bindingTies([{ ...tie, from: '2027-01-01', to: null }], { from: '2026-01-01', to: '2026-01-02' })).toEqual([]);
  expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
});

test('only a clear or accepted statement lets somebody work', () => {
  const state = (yes: 'family'[], ruling: 'accepted' | 'removed' | null) => declarationState({ yes, ruling });
  expect([declarationState(null), state([], null), state(['family'], null)]).toEqual(['missing', 'clear', 'conflict']);
  expect(isDeclared(state(['family'], 'accepted'))).toBe(true);
  expect([declarationState(null), state(['family'], null), state(['family'], 'removed')].some(isDeclared)).toBe(false);
});

test('person-days come from the band, never below the least, and add up exactly', () => {
  const rule = {
    siteAtLeast: '0.5',
    bands: [
      { from: 1, days: '0.25' },
      { from: 50, days: '2.1' },
    ],
  };
  expect([null, 10, 50, 5000].map((headcount) => daysAtSite(rule, headcount))).toEqual(['0.5', '0.5', '2.1', '2.1']);
  expect(daysAtSite(null, 1000)).toBe('0.5');
  expect(sumOfDays(['0.1', '0.2', '2.7'])).toBe('3');
  expect(sumOfDays([])).toBe('0');
});

test('clashes are exactly the pairs of items that share a person or site and a moment', () => {
  const slot = fc.record({
    start: fc.integer({ min: 0, max: 8 }),
    length: fc.integer({ min: 1, max: 4 }),
    who: fc.integer({ min: 0, max: 2 }),
  });
  fc.assert(
    fc.property(fc.array(slot, { maxLength: 12 }), (drawn) => {
      const time = (hour: number) => `${String(8 + hour).padStart(2, '0')}:00`;
      const slots = drawn.map(
        ({ start, length, who }, index): AgendaSlot => ({
          ...{ id: String(index).padStart(2, '0'), kind: 'audit', day: '2026-01-05', siteId: null },
          ...{ from: time(start), to: time(start + length), people: [`p${who}`] },
        }),
      );
      const pairs = slots.flatMap((a, i) => slots.slice(i + 1).filter((b) => overlap(a, b) && a.people[0] === b.people[0]));
      expect(agendaClashes(slots)).toHaveLength(pairs.length);
    }),
  );
  const two = (kind: AgendaSlot['kind'], id: string): AgendaSlot => ({
    ...{ id, kind, day: '2026-01-05', from: '09:00', to: '10:30', siteId: 's', people: ['p'] },
  });
  expect(agendaClashes([two('audit', 'a'), two('audit', 'b')]).map(({ of }) => of)).toEqual(['person', 'site']);
  expect(minutesByPerson([two('audit', 'a'), two('break', 'b')]).get('p')).toBe(90);
});

test('times are those of the zone, also where clocks change', () => {
  expect(momentOf('2026-01-05', '09:00', 'Asia/Shanghai').toISOString()).toBe('2026-01-05T01:00:00.000Z');
  expect(momentOf('2026-03-29', '09:00', 'Europe/Berlin').toISOString()).toBe('2026-03-29T07:00:00.000Z');
  expect(momentOf('2026-03-29', '01:30', 'Europe/Berlin').toISOString()).toBe('2026-03-29T00:30:00.000Z');
  expect(momentOf('2026-10-25', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z');
});
