// How the texts read: plain Dutch and plain British English, without the words of officials, for every catalogue there is.
import { describe, expect, test } from 'vitest'
import { type Language, readings, type Text, texts } from '../support/catalogues'

const has = (words: string) => new RegExp(`(?<![\\p{L}-])(?:${words})(?![\\p{L}-])`, 'iu')

const OFFICIALESE = has(
  [
    'indien|derhalve|middels|conform|dien(?:t|en|de|den) te|teneinde|tevens|reeds|inzake|alsmede|dan wel|danwel',
    'alvorens|geschied\\p{L}*|omtrent|betreffende|onderhavige?|zulks|aldus|voornoemde?|bovengenoemde?|desbetreffende',
    'dientengevolge|ingevolge|krachtens|jegens|gelieve|hetgeen|welke reden|thans|echter|voorts|desgewenst|hierbij|hiertoe',
    'ten behoeve van|ten aanzien van|met betrekking tot|in het kader van|ter zake|door middel van|in verband met',
  ].join('|'),
)
/** t.b.v., d.m.v., i.v.m., m.b.t., o.a.: a reader has to unfold them. */
const SHORTENED = /(?<!\p{L})(?:\p{L}\.){2,}(?!\p{L})|(?<!\p{L})(?:bijv|evt|etc|incl|excl|resp|nl)\./iu
/** To professionals we say "u", and "u hebt". */
const FAMILIAR = has('je|jij|jou|jouw|jullie|u heeft|heeft u|u kan|u zal|u is')
const ENGLISH = has(
  'the|and|your|you|with|please|dwelling|submit|not|yes|home|update|sign|password|case|cases|client|file|timeline|email',
)
const DUTCH = has(
  'de|het|een|en|van|uw|niet|wel|voor|naar|dossier|woning|cliënt|aanmelding|gemeente|corporatie|begeleider|zorgaanbieder|regisseur|beschermd|opvang|jeugdhulp|uitstroomgereed',
)
const AMERICAN = has(
  '\\p{L}+ization|\\p{L}*organiz\\p{L}*|recogniz\\p{L}*|color\\p{L}*|center|neighbor\\p{L}*|behavior|favorite|canceled|labeled|enroll|fulfill|gotten|mom|zip code|log ?(?:in|out|ged)',
)
/** One word for one thing: what the README calls it. */
const OTHERWISE = has(
  'corporations?|dwellings?|case directors?|landlady|register office|log in|ready to leave',
)

const found = (language: Language, wrong: (text: string, entry: Text) => boolean) =>
  texts[language]
    .filter((entry) => readings(entry.text).some((text) => wrong(text, entry)))
    .map(({ path, text }) => `${path}: ${text}`)

const words = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}…]/u.test(word)).length
const sentences = (text: string) => text.split(/[.?!:;](?:\s|$)/)
const isLabel = ({ path }: Text) => /(^|\.)(label|title)$/.test(path)

describe('the Dutch is plain', () => {
  test('without the words of officials', () => {
    expect(found('nl', (text) => OFFICIALESE.test(text))).toEqual([])
  })
  test('without shortened words', () => {
    expect(found('nl', (text) => SHORTENED.test(text))).toEqual([])
  })
  test('and says u, never je, and "u hebt"', () => {
    expect(found('nl', (text) => FAMILIAR.test(text))).toEqual([])
  })
  test('and has no English in it', () => {
    expect(found('nl', (text) => ENGLISH.test(text))).toEqual([])
  })
  test('in sentences of at most twenty words', () => {
    expect(found('nl', (text) => sentences(text).some((sentence) => words(sentence) > 20))).toEqual([])
  })
})

describe('the English is plain and British', () => {
  test('without American spelling, and signs in rather than logs in', () => {
    expect(found('en', (text) => AMERICAN.test(text))).toEqual([])
  })
  test('with one word for one thing', () => {
    expect(found('en', (text) => OTHERWISE.test(text))).toEqual([])
  })
  test('and has no Dutch in it but for the terms that stay Dutch', () => {
    expect(found('en', (text) => DUTCH.test(text))).toEqual([])
  })
  test('in sentences of at most twenty-two words', () => {
    expect(found('en', (text) => sentences(text).some((sentence) => words(sentence) > 22))).toEqual([])
  })
})

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test('labels and titles have at most five words', () => {
    expect(found(language, (text, entry) => isLabel(entry) && words(text) > 5)).toEqual([])
  })
  test('nothing is shouted', () => {
    expect(found(language, (text) => text.includes('!'))).toEqual([])
  })
  test('quotes, apostrophes, ellipses and spaces are those of a book', () => {
    expect(found(language, (text) => /["']|\.\.\.|\s{2}|^\s|\s$| [,.:;?]/.test(text))).toEqual([])
  })
  test('a refusal and a mistake say what to do: more than one sentence, or an order', () => {
    const order =
      language === 'nl'
        ? /^(Vul|Kies|Schrijf|Stuur|Zoek|Bied|Maak|Controleer) /
        : /^(Fill|Choose|Write|Send|First|Make|Check|At|Offer|Seek) /
    const bare = (text: string, { path }: Text) =>
      /^(refusals|errors)\./.test(path) && !order.test(text) && text.split(/[.?] /).length < 2
    expect(found(language, bare)).toEqual([])
  })
})

describe('the lint sees', () => {
  test.each([
    ['an official word', OFFICIALESE, 'Vul dit in, indien van toepassing'],
    ['two of them together', OFFICIALESE, 'U dient te kiezen'],
    ['a shortened word', SHORTENED, 'Kies d.m.v. een vinkje'],
    ['a familiar one', FAMILIAR, 'Vul je naam in'],
    ['English in Dutch', ENGLISH, 'Kies your woning'],
    ['Dutch in English', DUTCH, 'Choose the woning'],
    ['American spelling', AMERICAN, 'Your organization'],
    ['another word for the same thing', OTHERWISE, 'The corporation decides'],
  ])('%s', (_what, pattern, text) => {
    expect(pattern.test(text)).toBe(true)
  })
  test.each([
    ['an official one', OFFICIALESE, 'Indiening van het middelste dient alleen hier'],
    ['a familiar one', FAMILIAR, 'Het jeugdige huisje'],
    ['a shortened one', SHORTENED, 'Wat mist er nog? Zie 7811 AB.'],
  ])('no longer word for %s', (_what, pattern, text) => {
    expect(pattern.test(text)).toBe(false)
  })
  test('each choice of a message as somebody reads it', () => {
    const message =
      'Nog {n, plural, one {# dag} other {# dagen}} tot {on}, {how, select, a {kort} other {lang}}'
    expect(readings(message)).toEqual([
      'Nog … dag tot …, kort',
      'Nog … dag tot …, lang',
      'Nog … dagen tot …, kort',
    ])
  })
})
