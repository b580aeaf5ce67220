// Package post posts to Slack: messages in a channel, a thread or a person's direct messages,
// messages that only one person sees, modals and the Home tab.
//
// It promises that a message which may have been posted is looked for before it is posted again,
// that it waits when Slack asks for it, that blocks which a workspace refuses are sent in a plainer
// form, and that nothing pings, unfurls or formats. It must not know what is posted, or why.
package post
