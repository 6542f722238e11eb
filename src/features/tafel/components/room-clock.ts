// What the screen in the room does by itself: it presses a button for a key, and lets the minutes run.

/** In milliseconds. */
const [LOOK, MINUTE] = [5_000, 60_000]

const typing = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, select, textarea, [contenteditable], dialog') !== null

function press(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return
  const button = [...document.querySelectorAll<HTMLElement>('[data-hotkey]')].find((one) =>
    one.dataset.hotkey?.split(' ').includes(event.key),
  )
  if (!button) return
  event.preventDefault()
  button.click()
}

/** The minutes that the page came with, and since when they are counted here. */
let [from, since] = ['', 0]

function tick() {
  const clock = document.querySelector<HTMLElement>('[data-elapsed]')
  if (!clock) return
  const { elapsed = '0', item = '' } = clock.dataset
  if (from !== `${item} ${elapsed}`) [from, since] = [`${item} ${elapsed}`, performance.now()]
  clock.textContent = String(Number(elapsed) + Math.floor((performance.now() - since) / MINUTE))
}

/** Begins; returns what stops it. */
export function start(): () => void {
  document.addEventListener('keydown', press)
  const timer = setInterval(tick, LOOK)
  return () => {
    document.removeEventListener('keydown', press)
    clearInterval(timer)
  }
}
