import { Moon, Sun } from 'lucide-react'
import { go } from '../selection/route.ts'
import { useScene } from '../selection/SelectionContext.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Choice } from '../ui/SelectField.tsx'
import { BreakMenu } from './BreakMenu.tsx'
import { InspectToggle } from './InspectToggle.tsx'
import { Mark } from './Logo.tsx'
import { SnapshotFacts } from './SnapshotDetails.tsx'
import { useTheme } from './useTheme.ts'

interface Props {
  readonly inspect: boolean
  readonly onInspect: (inspect: boolean) => void
}

/** The designer's bar: who is looking at what, on which package. */
export function Bar({ inspect, onInspect }: Props) {
  const { demo, product, person, package: pack, route } = useScene()
  const [theme, swapTheme] = useTheme()
  return (
    <section className="bar" aria-label="Preview">
      <Mark />
      <div className="bar-scene">
        <Choice
          label="Product"
          options={demo.products.map(({ id, label }) => ({ id, label: label.en }))}
          value={product.id}
          onChange={id =>
            go(route, {
              product: id,
              person: '',
              package: '',
              section: '',
              item: '',
              workspace: '',
            })
          }
        />
        <Choice
          label="Seen by"
          options={product.people.map(({ id, label }) => ({ id, label: label.en }))}
          value={person.id}
          onChange={id => go(route, { person: id, workspace: '', start: 'fresh' })}
        />
        <Choice
          label="On package"
          options={product.packages.map(({ id, label }) => ({ id, label: label.en }))}
          value={pack.id}
          onChange={id => go(route, { package: id })}
        />
      </div>
      <div className="bar-tools">
        <SnapshotFacts />
        <BreakMenu />
        <InspectToggle isOn={inspect} onChange={onInspect} />
        <IconButton
          icon={theme === 'dark' ? Sun : Moon}
          label={theme === 'dark' ? 'Light colours' : 'Dark colours'}
          onPress={swapTheme}
        />
      </div>
    </section>
  )
}
