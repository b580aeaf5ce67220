package bot_test

import (
	"context"
	"slices"
	"sync"

	"careeradvisor/bot/home"
	"careeradvisor/knowledge"
)

// library stands in for the documents: it has what a test puts in, and what is published.
type library struct {
	mu        sync.Mutex
	contents  home.Contents
	interests []knowledge.RoleInterest
	areas     []knowledge.Area
	published []home.Entry
	withdrawn []string
	taught    []home.Lesson
	err       error            // of Publish
	learn     func(home.Entry) // called by Publish; may be nil
}

func (l *library) Contents(s knowledge.Scope) home.Contents {
	l.mu.Lock()
	defer l.mu.Unlock()
	c := l.contents
	c.Documents = slices.DeleteFunc(slices.Clone(c.Documents), func(d home.DocumentInfo) bool { return !s.Allows(d.ID, nil) })
	if c.Examples == nil {
		c.Examples = []string{"What is a TPM?", "PM vs TPM?"}
	}
	return c
}

func (l *library) Interests(knowledge.Scope) []knowledge.RoleInterest { return l.interests }

func (l *library) Interview(_ knowledge.Scope, role string) (string, []knowledge.Area) {
	return "Technical Product Manager", l.areas
}

// Cluster groups equal questions, with the group that has the latest one first.
func (l *library) Cluster(questions []string) []knowledge.Group {
	var all []knowledge.Group
	at := map[string]int{}
	for i, q := range questions {
		n, ok := at[q]
		if !ok {
			n = len(all)
			at[q] = n
			all = append(all, knowledge.Group{Question: q})
		}
		all[n].Members = append(all[n].Members, i)
	}
	slices.Reverse(all)
	return all
}

func (l *library) Publish(_ context.Context, e home.Entry) (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err != nil {
		return "", l.err
	}
	l.published = append(l.published, e)
	if l.learn != nil {
		l.learn(e)
	}
	return "answers/1.md", nil
}

func (l *library) Entry(doc string) (home.Entry, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.published) == 0 || doc != "answers/1.md" {
		return home.Entry{}, false
	}
	return l.published[len(l.published)-1], true
}

func (l *library) Withdraw(_ context.Context, doc string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.withdrawn = append(l.withdrawn, doc)
	return l.err
}

func (l *library) Teach(_ context.Context, lesson home.Lesson) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.taught = append(l.taught, lesson)
	return l.err
}
