// Where somebody comes back to after signing in: an address of our own, whatever was asked.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ownPath, paths } from '@/paths'

const OWN = 'https://thuistafel.example'

describe('the way back after signing in', () => {
  test.each([
    '/',
    '/cases',
    '/cases?stage=intake&after=x',
    '/cases/0d6a3c1e-6d3e-4c1b-9a54-3b0a1f6a8b11/steps/writeProfile',
    '/?after=2026-11-22_x',
    paths.signedInAgain,
  ])('%s is kept', (asked) => {
    expect(ownPath(asked)).toBe(asked)
  })

  test.each([
    'https://elders.example',
    'http:elders.example',
    '//elders.example',
    '///elders.example',
    '/\\elders.example',
    '\\\\elders.example',
    '/%5celders.example/..//elders.example\\',
    '/./\\elders.example',
    '/.//elders.example',
    '/..//elders.example',
    '/cases/..//elders.example',
    '%2f%2felders.example',
    '/\u0000/elders.example',
    '/cases\r\nset-cookie: a=b',
    '/\u2028/elders.example',
    '/cases\u007f',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '/\t/elders.example',
    '/\n/elders.example',
    ' //elders.example',
    'javascript:alert(1)',
    'data:text/html,hallo',
    'cases',
    '',
    '/login',
    '/login?next=/login',
    '/login/membership',
    '/./login',
    '/api/auth/signout',
    '/API/auth/signout',
    `/${'a'.repeat(3000)}`,
    null,
    undefined,
    ['/cases', '//elders.example'],
  ])('%j leads to the work list', (asked) => {
    expect(ownPath(asked)).toBe('/')
  })

  test('never leads to another site, whatever is asked', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '//',
      'elders.example',
      ':',
      '@',
      '?',
      '#',
      '%2f',
      '%5c',
      'http:',
      '\t',
      'cases',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 9 }).map((p) => p.join('')),
          fc.string(),
          fc.webUrl(),
        ),
        (asked) => {
          const found = ownPath(asked)
          return new URL(found, OWN).origin === OWN && found.startsWith('/') && !/^\/[/\\]/.test(found)
        },
      ),
      { numRuns: 10_000 },
    )
  }, 60_000)
})
