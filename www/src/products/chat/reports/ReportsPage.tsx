import { Download } from 'lucide-react'
import { Gated } from '../../../gate/Gated.tsx'
import { GatedButton } from '../../../gate/GatedButton.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { toast } from '../../../ui/toast.ts'
import { GlobalReport } from './GlobalReport.tsx'
import { LiveChatReport } from './LiveChatReport.tsx'
import { MeetingsReport } from './MeetingsReport.tsx'

/** Statistics of the last four weeks. */
export function ReportsPage() {
  return (
    <>
      <PageHeader title="Reports" description="The last four weeks, compared with the four before.">
        <GatedButton
          permission="reports.export"
          label="Export"
          icon={Download}
          variant="solid"
          onPress={() => toast('The reports were exported')}
        />
      </PageHeader>
      <div className="reports">
        <Gated
          permission="reports.view-global-performance"
          title="Global performance"
          className="report-wide"
        >
          <GlobalReport />
        </Gated>
        <Gated permission="reports.view-live-chat" title="Live chat">
          <LiveChatReport />
        </Gated>
        <Gated permission="reports.view-meetings" title="Meetings">
          <MeetingsReport />
        </Gated>
      </div>
    </>
  )
}
