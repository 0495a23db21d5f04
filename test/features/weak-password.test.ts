import { expect, test } from 'vitest';
import { networkOf } from '../../src/features/sign-in-proofs/pace.ts';
import { weaknessOf } from '../../src/features/sign-in-proofs/weak-password.ts';
import { memory, waitOf } from '../../src/model/sign-in-pace.ts';

test.each([
  ['password123', 'common'],
  ['ＰＡＳＳＷＯＲＤ１２３', 'common'],
  ['!!iloveyou!!', 'common'],
  ['1qaz2wsx3edc', 'common'],
  ['abababababab', 'common'],
  ['12345678901', 'common'],
  ['lin.xiaoming1', 'own-name'],
  ['LinXiaoMing99', 'own-name'],
  ['hengzhun2026', 'own-name'],
  ['衡准衡准2026', null],
  ['林晓明晓明的猫在睡觉', null],
  ['correct horse battery staple', null],
] as const)('%s is %s', (password, expected) => {
  expect(weaknessOf(password, ['lin.xiaoming@example.com', 'Lin Xiaoming'])).toBe(expected);
});

test('the wait doubles up to a quarter of an hour and is forgotten in the end', () => {
  const minutes = [4, 5, 6, 7, 8, 9, 100].map((failures) => waitOf({ failures, lastAt: 0 }, 5, 0) / 60_000);
  expect(minutes).toEqual([0, 1, 2, 4, 8, 15, 15]);
  expect(waitOf({ failures: 100, lastAt: 0 }, 5, memory)).toBe(0);
});

test('addresses of one IPv6 network count as one', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2::9'));
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('::ffff:10.1.2.3')).toBe('10.1.2.3');
});
