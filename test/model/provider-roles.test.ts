import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyRoles } from '../../src/model/actor.ts';
import { parseGroupRoles, rolesFromGroups } from '../../src/model/provider-roles.ts';

const pairs = fc.array(fc.tuple(fc.stringMatching(/^[a-z][a-z /=-]{0,20}[a-z]$/), fc.constantFrom(...bodyRoles)), {
  minLength: 1,
  maxLength: 8,
});

test('what is written is read, and groups give exactly the roles written for them', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 0, max: 7 }), (written, chosen) => {
      const mapping = parseGroupRoles(written.map(([group, role]) => `${group}=${role}`).join(', '));
      expect(mapping).toEqual(written);
      const group = written[chosen % written.length]?.[0] ?? '';
      const expected = new Set(written.filter(([one]) => one === group).map(([, role]) => role));
      expect(new Set(rolesFromGroups(mapping ?? [], [group]))).toEqual(expected);
      expect(rolesFromGroups(mapping ?? [], ['no such group'])).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('what is no pair, or names no role, is refused as a whole', () => {
  for (const text of ['', 'audit', '=auditor', 'audit=king', 'audit=auditor,office', 'a=company-member'])
    expect(parseGroupRoles(text)).toBeNull();
});
