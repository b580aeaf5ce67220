package roles

// addCompared takes in the roles that documents only set beside others: the other
// name of a comparison, and the columns beside one that names a role.
func (b *builder) addCompared() {
	for _, sh := range b.shorts {
		if !sh.compare || len(sh.phrases) < 2 || sh.at.where > inHeading || !b.anyKnown(sh.phrases) {
			continue
		}
		for _, p := range sh.phrases {
			if len(p.name) > 1 && p.head >= rankSure && b.nameOf(p.name) == nil {
				b.role(p.name, sh.raw, order(sh.at.doc, sh.at.at.Section))
			}
		}
	}
	known := map[string]bool{}
	for _, sh := range b.shorts {
		if sh.at.where == inColumn && b.anyKnown(sh.phrases) {
			known[sh.at.peers] = true
		}
	}
	for _, sh := range b.shorts {
		if sh.at.where != inColumn || !known[sh.at.peers] || len(sh.phrases) != 1 || b.anyKnown(sh.phrases) {
			continue
		}
		if p := sh.phrases[0]; p.whole >= firstPart && p.head >= likeHead {
			r := b.role(p.name, sh.raw, order(sh.at.doc, sh.at.at.Section))
			r.places = append(r.places, sh.at.at)
		}
	}
}
