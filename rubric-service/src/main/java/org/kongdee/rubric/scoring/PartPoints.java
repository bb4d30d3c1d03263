package org.kongdee.rubric.scoring;

import java.math.BigDecimal;
import org.kongdee.web.text.LocalizedText;

/** The points of one part of a composite. */
public record PartPoints(String code, LocalizedText title, BigDecimal points, BigDecimal max) {}
