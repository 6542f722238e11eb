// The watch itself: what a page may not run, show or fetch is kept out, and no journey passes over it.
import { expect } from '@playwright/test'
import { visitor } from './page'
import { takeHeard, test } from './watched'

test('what has no nonce, or comes from elsewhere, is kept out and heard', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/login')
  expect(takeHeard()).toEqual([])
  await page.evaluate(() => {
    const add = (name: string, more: Record<string, string>) =>
      document.head.append(Object.assign(document.createElement(name), more))
    add('style', { textContent: 'body { opacity: 0 }' })
    add('link', { rel: 'stylesheet', href: 'https://elders.example/a.css' })
    add('base', { href: 'https://elders.example/' })
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="https://elders.example/a.png" onerror="alert(1)">',
    )
    document.body.insertAdjacentHTML('beforeend', '<iframe src="https://elders.example/"></iframe>')
    return fetch('https://elders.example/').catch(() => null)
  })
  const kept = ['style-src-elem', 'img-src', 'frame-src', 'connect-src', 'base-uri', 'script-src-attr']
  const heard: string[] = []
  await expect
    .poll(() => {
      heard.push(...takeHeard())
      return kept.filter((what) => !heard.some((line) => line.includes(`kept out by ${what}`)))
    })
    .toEqual([])
  await expect(page.locator('body')).toHaveCSS('opacity', '1')
  await page.close()
  takeHeard()
})
