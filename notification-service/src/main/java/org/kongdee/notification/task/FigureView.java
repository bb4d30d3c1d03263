package org.kongdee.notification.task;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kongdee.web.text.LocalizedText;

/**
 * A figure that each report states.
 *
 * @param code such as spent
 * @param title what it is
 */
@Schema(
        name = "TaskFigureTitle",
        examples =
                "{\"code\": \"spent\", \"title\": {\"en\": \"Budget spent\", \"th\": \"ผลการใช้จ่าย\"}}")
@JsonIgnoreProperties(ignoreUnknown = true)
public record FigureView(String code, LocalizedText title) {}
