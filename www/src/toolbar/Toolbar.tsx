import { Moon, Sun } from 'lucide-react'
import { navigate } from '../selection/route.ts'
import { useSelection } from '../selection/SelectionContext.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { BreakMenu } from './BreakMenu.tsx'
import { InspectToggle } from './InspectToggle.tsx'
import { Logo } from './Logo.tsx'
import { SnapshotDetails } from './SnapshotDetails.tsx'
import { useTheme } from './useTheme.ts'

interface Props {
  readonly inspect: boolean
  readonly onInspect: (inspect: boolean) => void
}

/** The designer's toolbar: selects the product, the person and the package. */
export function Toolbar({ inspect, onInspect }: Props) {
  const { demo, product, person, package: pack, route } = useSelection()
  const [theme, toggleTheme] = useTheme()
  return (
    <section className="toolbar" aria-label="Preview">
      <Logo />
      <div className="toolbar-selection">
        <SelectField
          label="Product"
          options={demo.products.map(({ id, label }) => ({ id, label: label.en }))}
          value={product.id}
          onChange={id =>
            navigate(route, {
              product: id,
              person: '',
              package: '',
              section: '',
              item: '',
              workspace: '',
            })
          }
        />
        <SelectField
          label="Seen by"
          options={product.people.map(({ id, label }) => ({ id, label: label.en }))}
          value={person.id}
          onChange={id => navigate(route, { person: id, workspace: '', start: 'fresh' })}
        />
        <SelectField
          label="On package"
          options={product.packages.map(({ id, label }) => ({ id, label: label.en }))}
          value={pack.id}
          onChange={id => navigate(route, { package: id })}
        />
      </div>
      <div className="toolbar-actions">
        <SnapshotDetails />
        <BreakMenu />
        <InspectToggle isOn={inspect} onChange={onInspect} />
        <IconButton
          icon={theme === 'dark' ? Sun : Moon}
          label={theme === 'dark' ? 'Light colours' : 'Dark colours'}
          onPress={toggleTheme}
        />
      </div>
    </section>
  )
}
