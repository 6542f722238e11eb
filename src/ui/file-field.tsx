import { cx } from './cx'
import { controlProps, type FieldBasics, FieldFrame } from './field-frame'

type Props = FieldBasics & {
  /** Which kinds the chooser offers, for instance ".pdf,.jpg"; say them in the help as well: the server decides. */
  accept?: string
  multiple?: boolean
  /** Opens the camera of a phone or a tablet at once; it is not shown where there is a mouse. */
  camera?: boolean
}

/** A file, chosen with the browser's own button or dropped on it. Say in the help which kinds and how large. */
export function FileField({ accept, multiple, camera, ...field }: Props) {
  return (
    <div className={cx(camera && 'ui-by-hand')}>
      <FieldFrame {...field}>
        <div className={cx('ui-control-row', 'ui-width-full')}>
          <input
            {...controlProps(field)}
            className="ui-control ui-file"
            type="file"
            accept={accept}
            capture={camera ? 'environment' : undefined}
            multiple={multiple}
          />
        </div>
      </FieldFrame>
    </div>
  )
}
