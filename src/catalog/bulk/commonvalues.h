// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/proposaltask.h"

#include <functional>
#include <map>
#include <string>

namespace catalog {

/// What several episodes say in one field.
struct CommonValue {
    bool isSame = true;  ///< every one says the same; none says nothing
    QString text;        ///< what they all say
    QString first;       ///< what the first one says
    QStringList members; ///< of a list: those that every one has, in the first one's order
    QString least, most; ///< of dates and of numbers, as stored: the ends of their range; words do not count
};

/// The fields of these episodes; those that cannot be read count for nothing. For any thread: `report` is
/// told after each how many are read, of how many; false ends it.
std::map<std::string, CommonValue> commonValuesOf(const std::vector<EpisodeText>& episodes,
                                                  const std::function<bool(int, int)>& report = {});

} // namespace catalog
