package org.kongdee.notification.planning;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.kongdee.web.text.LocalizedText;

/**
 * A section as people call it.
 *
 * @param code of the section, such as LEGAL
 * @param title its name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SectionTitle(String code, LocalizedText title) {}
