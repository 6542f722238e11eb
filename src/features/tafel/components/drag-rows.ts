// A row of an agenda is dragged by its grip to the place of another. It presses the same form as the buttons beside it.
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'

function send(form: HTMLFormElement, to: number) {
  const button = Object.assign(document.createElement('button'), {
    name: 'agendaPlace',
    value: String(to),
    hidden: true,
  })
  form.append(button)
  form.requestSubmit(button)
  button.remove()
}

function onRow(form: HTMLFormElement, at: number) {
  const row = form.closest('tr')
  const dragHandle = row?.querySelector('.ui-arrange-grip')
  if (!row || !dragHandle) return () => {}
  const mark = (to: string | null) => {
    if (to) row.dataset.drag = to
    else delete row.dataset.drag
  }
  return combine(
    draggable({
      element: row,
      dragHandle,
      getInitialData: () => ({ at, form }),
      onDragStart: () => mark('held'),
      onDrop: () => mark(null),
    }),
    dropTargetForElements({
      element: row,
      canDrop: ({ source }) => source.data.form !== form,
      onDragEnter: ({ source }) => mark(Number(source.data.at) < at ? 'after' : 'before'),
      onDragLeave: () => mark(null),
      onDrop: ({ source }) => {
        mark(null)
        send(source.data.form as HTMLFormElement, at + 1)
      },
    }),
  )
}

/** Begins; returns what stops it. */
export function start(): () => void {
  const forms = [...document.querySelectorAll<HTMLFormElement>('form.ui-arrange')]
  document.documentElement.dataset.drags = ''
  return combine(...forms.map(onRow), () => delete document.documentElement.dataset.drags)
}
