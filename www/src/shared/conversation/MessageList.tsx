import type { Message } from './message.ts'

/** The messages of a conversation, oldest first. The samples are English. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <ol>
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages are only appended
        <li key={index} className={message.from}>
          <p lang="en">{message.text}</p>
          <span>{message.at}</span>
        </li>
      ))}
    </ol>
  )
}
