package main

import (
	"context"

	"careeradvisor/bot"
	"careeradvisor/knowledge"
)

// shelf is the library as the bot sees it: it answers, and tells what it holds.
type shelf struct{ lib *library }

// Answer answers from the documents.
func (s *shelf) Answer(ctx context.Context, q knowledge.Question) (knowledge.Answer, error) {
	return s.lib.engine.Answer(ctx, q)
}

// Contents are the documents that are open now.
func (s *shelf) Contents() bot.Contents {
	c := bot.Contents{Generation: s.lib.index.Generation(), Roles: s.lib.engine.Roles(), Examples: s.lib.engine.Examples(maxExamples)}
	for _, d := range s.lib.index.Documents() {
		c.Documents = append(c.Documents, bot.DocumentInfo{
			ID: d.ID, Title: d.Title, Role: d.Role, Source: d.Source, Date: d.Date, Passages: len(d.Passages()),
		})
	}
	return c
}

// maxExamples is how many questions are shown as examples.
const maxExamples = 6

// Interests is what the documents say of the interests of roles.
func (s *shelf) Interests() []knowledge.RoleInterest { return s.lib.engine.Interests() }

// Interview is what the documents say that interviewers ask about.
func (s *shelf) Interview(role string) (string, []knowledge.Area) {
	return s.lib.engine.Interview(role)
}

// Cluster puts gaps together that ask for much the same thing.
func (s *shelf) Cluster(gaps []knowledge.Gap) []knowledge.Cluster {
	return s.lib.engine.Cluster(gaps)
}

// Publish makes no documents yet.
func (s *shelf) Publish(context.Context, bot.Entry) (string, error) {
	return "", &knowledge.Error{Say: "I can't take answers in yet: please put a document into the folder of documents."}
}
