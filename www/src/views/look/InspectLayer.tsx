import { EyeOff, Info } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { usePane } from '../../gate/PaneContext.ts'
import { useLabels, useTexts } from '../../language/LanguageContext.ts'
import { clusters, type Mark } from './marks.ts'
import { lookTexts } from './texts.ts'

/** Controls narrower than this, in pixels, have their button above them, so that they stay in sight. */
const SMALL = 60

/**
 * Draws over a frame what can be asked about: a button on every control, and in its place whatever is
 * hidden. It lies over the product and moves nothing in it.
 */
export function InspectLayer({ marks }: { readonly marks: readonly Mark[] }) {
  const texts = useTexts(lookTexts)
  const nameOf = useMarkName()
  const { why } = usePane()
  return (
    <div className="inspect-layer">
      {marks
        .filter(({ kind }) => kind === 'control')
        .map((mark, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: several controls can ask the same question
            key={index}
            className={`inspect-box ${mark.outcome}${mark.width < SMALL ? ' small' : ''}`}
            style={{ left: mark.x, top: mark.y, width: mark.width, height: mark.height }}
          >
            <Button
              className="inspect-tag"
              aria-label={`${texts.why} ${nameOf(mark)}`}
              onPress={() => why(mark.permission)}
            >
              <Info aria-hidden size={14} />
            </Button>
          </span>
        ))}
      {clusters(marks).map(cluster => (
        <GhostChip key={`${cluster[0].x} ${cluster[0].y}`} cluster={cluster} />
      ))}
    </div>
  )
}

/** Something that is hidden, in its place. */
function GhostChip({ cluster }: { readonly cluster: readonly [Mark, ...Mark[]] }) {
  const texts = useTexts(lookTexts)
  const nameOf = useMarkName()
  const { why, go } = usePane()
  const [first] = cluster
  const open = (mark: Mark) =>
    mark.section === undefined ? why(mark.permission) : go({ section: mark.section })
  // Near the right edge it moves to the left, so that its name can be read.
  const style = { left: `min(${first.x}px, calc(100% - 200px))`, top: first.y }
  if (cluster.length === 1) {
    return (
      <Button
        className="ghost-chip"
        style={style}
        aria-label={`${texts.hidden}: ${nameOf(first)}`}
        onPress={() => open(first)}
      >
        <EyeOff aria-hidden size={13} />
        <span>{nameOf(first)}</span>
      </Button>
    )
  }
  return (
    <MenuTrigger>
      <Button className="ghost-chip" style={style}>
        <EyeOff aria-hidden size={13} />
        <span>{texts.hiddenHere(cluster.length)}</span>
      </Button>
      <Popover className="popover menu-popover" placement="bottom start" offset={4}>
        <Menu className="menu" onAction={index => open(cluster[Number(index)] ?? first)}>
          {cluster.map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several places can hide the same
            <MenuItem key={index} id={String(index)} className="menu-item" textValue={nameOf(mark)}>
              <EyeOff aria-hidden size={14} />
              {nameOf(mark)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Names what a mark is about: a record, or else a permission. */
function useMarkName(): (mark: Mark) => string {
  const label = useLabels()
  const { catalog } = usePane().inForce
  return ({ record, permission }) => record ?? label(catalog.permission(permission)?.label)
}
