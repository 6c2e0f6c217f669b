import type { Message } from './message.ts'

/** The messages of a conversation, oldest first. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }) {
  return (
    <ol>
      {messages.map((message, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages are only appended
        <li key={index} className={message.from}>
          <p>{message.text}</p>
          <span>{message.at}</span>
        </li>
      ))}
    </ol>
  )
}
