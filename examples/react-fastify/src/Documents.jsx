import { useCallback, useEffect, useState } from 'react'
import { Can, useGate } from 'rolegate/react'
import { api } from './api.js'

export function Documents({ workspace, client }) {
  const [documents, setDocuments] = useState([])
  const [problem, setProblem] = useState('')
  const gate = useGate()
  const look = useCallback(
    async () => setDocuments(await api('GET', `${workspace}/documents`)),
    [workspace],
  )
  useEffect(() => {
    look()
  }, [look])
  const act = async (method, path, body) => {
    try {
      await api(method, `${workspace}/documents/${path}`, body)
      setProblem('')
    } catch ({ message, status }) {
      setProblem(message)
      // The server knows better than the snapshot.
      if (status === 403) client.invalidate()
    }
    await look()
  }
  return (
    <section>
      <h2>Documents</h2>
      <p role="alert">{problem}</p>
      <ul>
        {gate.filter('documents.view', documents).map(document => (
          <li key={document.id}>
            <strong>{document.title}</strong>
            <Can question="documents.edit" record={document} mode="disable">
              {(_, control) => (
                <button
                  type="button"
                  {...control}
                  onClick={() => {
                    const title = prompt('Title', document.title)
                    if (title) act('PUT', `${document.id}/title`, { title })
                  }}
                >
                  Rename
                </button>
              )}
            </Can>
            {document.published ? (
              <span>Published</span>
            ) : (
              <Can question="documents.publish" record={document}>
                {({ outcome }, control) => (
                  <button
                    type="button"
                    {...control}
                    onClick={() => act('POST', `${document.id}/publish`)}
                  >
                    Publish{outcome === 'upsell' && ' (Team plan)'}
                  </button>
                )}
              </Can>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
