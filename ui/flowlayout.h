#pragma once

#include <QLayout>
#include <QList>

namespace ui {

/// Its items one after the other, in as many lines as the width asks for.
class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(QWidget *parent, int gap = 4);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool place) const; ///< the height it takes

    QList<QLayoutItem *> m_items; ///< owned
    int m_gap;
};

} // namespace ui
