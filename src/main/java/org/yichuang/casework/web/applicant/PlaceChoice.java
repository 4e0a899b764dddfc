package org.yichuang.casework.web.applicant;

import org.yichuang.shared.Text;

/** A district to choose, with the unit that is competent there. */
public record PlaceChoice(String code, Text name, Text unit) {}
