import type { Import } from './imports'

/** Tarjan: the groups of modules that all reach one another. Each is a cycle, named by its members. */
export function cyclesIn(imports: readonly Import[]): string[][] {
  const next = new Map<string, string[]>()
  for (const { from, to, local } of imports) {
    if (local) next.set(from, [...(next.get(from) ?? []), to])
  }
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const groups: string[][] = []

  const walk = (module: string) => {
    order.set(module, order.size)
    low.set(module, order.size - 1)
    stack.push(module)
    for (const target of next.get(module) ?? []) {
      if (!order.has(target)) walk(target)
      if (stack.includes(target)) lower(low, module, low.get(target))
    }
    if (low.get(module) === order.get(module)) groups.push(stack.splice(stack.indexOf(module)))
  }
  for (const module of next.keys()) if (!order.has(module)) walk(module)

  const importsItself = (module: string) => next.get(module)?.includes(module)
  return groups.filter((group) => group.length > 1 || importsItself(group[0] ?? ''))
}

function lower(low: Map<string, number>, module: string, value = Number.POSITIVE_INFINITY) {
  low.set(module, Math.min(low.get(module) ?? value, value))
}
