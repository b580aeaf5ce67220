// Package roles finds out whom documents are about: which jobs and levels they describe, under what
// names and where, and which of them a text names.
//
// [New] reads documents once. Roles come from what documents declare (front matter,
// a roles.yaml) and from how they are built: a name that appears as a title, a heading,
// a label or a column, next to others like it, and that the text treats as somebody who
// does something. [Index.About] gives the subject of a section, [Index.In] those that a
// text names, even with typing errors, in the plural, by initials or by level.
//
// It promises that the same documents and texts give the same results, that no role comes from a
// built-in list of role names, and that no document's text is copied. It must not know questions,
// answers or any document by name.
package roles
